using System.Text;

namespace Tongban.LicenceDocuments.Pdf;

/// <summary>Breaks a paragraph into lines after the Chinese rules (GB/T 15834): no line begins with a closing mark or ends with
/// an opening one; words and numbers of Latin letters stay whole, addresses break after a slash.</summary>
internal static class LineBreaker
{
    private const string NotFirst = "，。、；：？！）》」』】〕”’％…—·";
    private const string NotLast = "（《「『【〔“‘";

    public static IReadOnlyList<string> Break(string text, double width, Func<string, double> measure)
    {
        var lines = new List<string>();
        foreach (var paragraph in text.Split('\n')) Break([.. Pieces(paragraph).SelectMany(p => Cut(p, width, measure))], width, lines);
        return lines;
    }

    private static void Break(List<(string Text, double Width)> pieces, double width, List<string> lines)
    {
        for (var start = 0; start < pieces.Count;)
        {
            var end = Break(pieces, start, width);
            lines.Add(string.Concat(pieces[start..end].Select(p => p.Text)).TrimEnd(' '));
            for (start = end; start < pieces.Count && pieces[start].Text == " ";) start++;
        }
    }

    // As many pieces as fit, and then back to where a break may be; when it may be nowhere, where the line is full.
    private static int Break(List<(string Text, double Width)> pieces, int start, double width)
    {
        var (full, used) = (start, 0.0);
        while (full < pieces.Count && (full == start || used + pieces[full].Width <= width || pieces[full].Text == " "))
            used += pieces[full++].Width;
        if (full == pieces.Count) return full;
        var end = full;
        while (end > start && (NotFirst.Contains(pieces[end].Text[0]) || NotLast.Contains(pieces[end - 1].Text[^1]))) end--;
        return end > start ? end : full;
    }

    // A word wider than the line is cut where it must be.
    private static IEnumerable<(string, double)> Cut(string piece, double width, Func<string, double> measure)
    {
        var whole = measure(piece);
        if (whole <= width || piece.Length == 1) return [(piece, whole)];
        return piece.EnumerateRunes().Select(r => r.ToString()).Select(r => (r, measure(r)));
    }

    private static IEnumerable<string> Pieces(string text)
    {
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            var isWord = rune.IsAscii && rune.Value != ' ';
            if (isWord) word.Append((char)rune.Value);
            if (word.Length > 0 && (!isWord || word[^1] == '/' && word is not [.., ':', '/']))
            {
                yield return word.ToString();
                word.Clear();
            }
            if (!isWord) yield return rune.ToString();
        }
        if (word.Length > 0) yield return word.ToString();
    }
}
