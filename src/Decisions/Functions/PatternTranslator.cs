using System.Globalization;
using System.Text;

namespace Tongban.Decisions.Functions;

/// <summary>
/// A regular expression of XPath as one of .NET. A character is a code point there, but half a pair of surrogates here; white space goes with the flag x,
/// except in classes; $ is the very end; what XPath does not know (look-around, \b, \x41…) is no pattern.
/// </summary>
internal sealed class PatternTranslator(string pattern, bool loose, bool dotAll)
{
    private const string Escapable = "\\|.?*+(){}-[]^$";

    private readonly string text = loose ? WithoutSpace(pattern) : pattern;
    private readonly StringBuilder result = new();
    private readonly Stack<int> open = new();
    private readonly HashSet<int> closed = [];
    private int groups;
    private int at;

    /// <summary>The pattern for .NET; null when the text is no pattern of XPath.</summary>
    public string? Translate()
    {
        while (at < text.Length)
            if (!Piece())
                return null;
        return open.Count == 0 ? result.ToString() : null;
    }

    private static string WithoutSpace(string text)
    {
        var kept = new StringBuilder();
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] == '[' ? 1 : text[i] == ']' && depth > 0 ? -1 : 0;
            if (depth == 0 && text[i] is ' ' or '\t' or '\n' or '\r')
                continue;
            kept.Append(text[i]);
            if (text[i] == '\\' && i + 1 < text.Length && (depth > 0 || text[i + 1] is not (' ' or '\t' or '\n' or '\r')))
                kept.Append(text[++i]);
        }

        return kept.ToString();
    }

    private bool Piece()
    {
        var c = text[at];
        switch (c)
        {
            case '\\':
                return at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]) ? BackReference() : Atom(Escape());
            case '[':
                return Atom(PatternClass.Read(text, ref at)?.ToString());
            case '(':
                return Group();
            case ')':
                return Close();
            case '{':
                return Quantity();
            case ']' or '}':
                return false;
            case '.':
                at++;
                return Atom(dotAll ? PatternClass.Anything : $"(?:{PatternClass.Pair}|[^\\n\\r])");
            case '$':
                at++;
                return Atom("(?!\\n)$");
            default:
                var size = char.IsSurrogatePair(text, at) ? 2 : 1;
                at += size;
                return Atom(size == 2 ? $"(?:{text[(at - 2)..at]})" : c.ToString());
        }
    }

    private bool Atom(string? translated)
    {
        result.Append(translated);
        return translated is not null;
    }

    private bool Group()
    {
        var counts = at + 1 >= text.Length || text[at + 1] != '?';
        if (!counts && (at + 2 >= text.Length || text[at + 2] != ':'))
            return false;
        open.Push(counts ? ++groups : 0);
        at += counts ? 1 : 3;
        return Atom(counts ? "(" : "(?:");
    }

    private bool Close()
    {
        if (!open.TryPop(out var group))
            return false;
        closed.Add(group);
        at++;
        return Atom(")");
    }

    // {2}, {2,} and {2,5}; elsewhere a brace is an error.
    private bool Quantity()
    {
        var end = text.IndexOf('}', at);
        var parts = end < 0 ? [] : text[(at + 1)..end].Split(',');
        if (parts.Length is 0 or > 2 || parts[0].Length == 0 || !Array.TrueForAll(parts, p => p.All(char.IsAsciiDigit)))
            return false;
        result.Append(text, at, end + 1 - at);
        at = end + 1;
        return true;
    }

    private bool BackReference()
    {
        var number = text[++at] - '0';
        while (++at < text.Length && char.IsAsciiDigit(text[at]) && (number * 10) + text[at] - '0' <= groups)
            number = (number * 10) + text[at] - '0';
        // Only a group that is complete can be repeated.
        return number > 0 && closed.Contains(number) && Atom(string.Create(CultureInfo.InvariantCulture, $"(?:\\{number})"));
    }

    private string? Escape()
    {
        if (PatternClass.ReadEscape(text, ref at) is { } set)
            return set;
        return at + 1 < text.Length && (Escapable.Contains(text[at + 1], StringComparison.Ordinal) || text[at + 1] is 'n' or 'r' or 't') ? text[at..(at += 2)] : null;
    }
}
