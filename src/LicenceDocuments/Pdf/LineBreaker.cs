using System.Text;

namespace Tongban.LicenceDocuments.Pdf;

/// <summary>Breaks a paragraph into lines after the Chinese rules: no line begins with a closing mark or ends with an opening one;
/// words and numbers of Latin letters stay whole.</summary>
internal static class LineBreaker
{
    private const string NotFirst = "，。、；：？！）》」』】”’％%…—·,.;:?!)]}";
    private const string NotLast = "（《「『【“‘([{";

    public static IReadOnlyList<string> Break(string text, double width, Func<string, double> measure)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        foreach (var piece in Pieces(text))
        {
            if (line.Length > 0 && measure(line.ToString() + piece) > width && !NotFirst.Contains(piece[0]))
            {
                var carried = Carry(line);
                lines.Add(line.ToString().TrimEnd());
                line.Clear().Append(carried);
                if (piece == " ") continue;
            }
            foreach (var part in Fit(piece, width, measure, line, lines)) line.Append(part);
        }
        if (line.Length > 0) lines.Add(line.ToString());
        return lines;
    }

    // An opening mark at the end of a line goes along to the next.
    private static string Carry(StringBuilder line)
    {
        var from = line.Length;
        while (from > 1 && NotLast.Contains(line[from - 1])) from--;
        var carried = line.ToString(from, line.Length - from);
        line.Length = from;
        return carried;
    }

    // A word wider than the line is cut where it must be.
    private static IEnumerable<string> Fit(string piece, double width, Func<string, double> measure, StringBuilder line, List<string> lines)
    {
        if (measure(piece) <= width)
        {
            yield return piece;
            yield break;
        }
        foreach (var rune in piece.EnumerateRunes())
        {
            if (measure(line.ToString() + rune) > width)
            {
                lines.Add(line.ToString());
                line.Clear();
            }
            line.Append(rune.ToString());
        }
    }

    private static IEnumerable<string> Pieces(string text)
    {
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii && rune.Value is not ' ' && !NotFirst.Contains((char)rune.Value) && !NotLast.Contains((char)rune.Value))
            {
                word.Append(rune.ToString());
                continue;
            }
            if (word.Length > 0) yield return word.ToString();
            word.Clear();
            yield return rune.ToString();
        }
        if (word.Length > 0) yield return word.ToString();
    }
}
