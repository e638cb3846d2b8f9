using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;

namespace Tongban.Decisions.Functions;

/// <summary>Regular expressions of XPath (XQuery and XPath functions, 5.6) as those of .NET.</summary>
internal static class Patterns
{
    private const int MostKept = 1000;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);
    private static readonly ConcurrentDictionary<(string, string), Regex?> Cache = new();

    /// <summary>The compiled expression; null when the pattern or a flag is none.</summary>
    public static Regex? Compile(string pattern, string flags)
    {
        if (Cache.Count > MostKept)
            Cache.Clear();
        return Cache.GetOrAdd((pattern, flags), static key => Build(key.Item1, key.Item2));
    }

    private static Regex? Build(string pattern, string flags)
    {
        var options = RegexOptions.CultureInvariant;
        foreach (var flag in flags)
        {
            RegexOptions? option = flag switch
            {
                's' => RegexOptions.Singleline,
                'm' => RegexOptions.Multiline,
                'i' => RegexOptions.IgnoreCase,
                'x' => RegexOptions.None,
                'q' => RegexOptions.None,
                _ => null,
            };
            if (option is null)
                return null;
            options |= option.Value;
        }

        if (flags.Contains('q', StringComparison.Ordinal))
            pattern = Regex.Escape(pattern);
        else if (Translate(pattern, flags.Contains('x', StringComparison.Ordinal), flags.Contains('s', StringComparison.Ordinal)) is { } translated)
            pattern = translated;
        else
            return null;
        try
        {
            return new Regex(pattern, options, Patience);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private const string Pair = "[\\uD800-\\uDBFF][\\uDC00-\\uDFFF]";

    /// <summary>
    /// A character is a code point here, but half a pair of surrogates in .NET: dots, negated classes and characters beyond the first plane
    /// are written so that they take both. With x, white space is dropped; $ means the very end; .NET's own groups (?…) are unknown in XPath.
    /// </summary>
    private static string? Translate(string pattern, bool loose, bool dotAll)
    {
        var result = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (c == '\\' && i + 1 < pattern.Length)
                result.Append(Escape(pattern[++i]));
            else if (c == '[')
            {
                if (ClassEnd(pattern, i) is not { } end)
                    return null;
                result.Append(Class(pattern[i..end], loose));
                i = end - 1;
            }
            else if (c == '(' && i + 1 < pattern.Length && pattern[i + 1] == '?' && !(i + 2 < pattern.Length && pattern[i + 2] == ':'))
                return null;
            else if (char.IsSurrogatePair(pattern, i))
                result.Append("(?:").Append(c).Append(pattern[++i]).Append(')');
            else if (!loose || !char.IsWhiteSpace(c))
                result.Append(c switch { '$' => "(?!\\n)$", '.' => $"(?:{Pair}|[{(dotAll ? "\\s\\S" : "^\\n\\r")}])", _ => c.ToString() });
        }

        return result.ToString();
    }

    private static int? ClassEnd(string pattern, int start)
    {
        var depth = 0;
        for (var i = start; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\')
                i++;
            else if (pattern[i] == '[')
                depth++;
            else if (pattern[i] == ']' && --depth == 0)
                return i + 1;
        }

        return null;
    }

    private static string Class(string text, bool loose)
    {
        if (loose)
            text = string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
        var negated = text.StartsWith("[^", StringComparison.Ordinal);
        var beyond = text.EnumerateRunes().Where(r => !r.IsBmp).Select(r => r.ToString()).ToArray();
        var rest = string.Concat(text.Where(c => !char.IsSurrogate(c))).Replace("\\i", "_:\\p{L}", StringComparison.Ordinal).Replace("\\c", "-._:\\p{L}\\p{N}\\p{M}", StringComparison.Ordinal);
        if (negated)
            return $"(?:{(beyond.Length > 0 ? $"(?!{string.Join('|', beyond)})" : "")}{Pair}|{rest[..^1]}\\uD800-\\uDFFF])";
        return beyond.Length == 0 ? rest : rest == "[]" ? $"(?:{string.Join('|', beyond)})" : $"(?:{string.Join('|', beyond)}|{rest})";
    }

    // \i and \c: the first and later characters of XML names.
    private static string Escape(char c) => c switch
    {
        'i' => "[_:\\p{L}]",
        'I' => "[^_:\\p{L}]",
        'c' => "[-._:\\p{L}\\p{N}\\p{M}]",
        'C' => "[^-._:\\p{L}\\p{N}\\p{M}]",
        _ => "\\" + c,
    };

    /// <summary>$1 and \$ of XPath as ${1} and $$ of .NET.</summary>
    public static string Replacement(string text)
    {
        var result = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length && text[i + 1] is '$' or '\\')
                result.Append(text[++i] == '$' ? "$$" : "\\");
            else if (text[i] == '$' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]))
                result.Append("${").Append(text[++i]).Append('}');
            else
                result.Append(text[i] == '$' ? "$$" : text[i].ToString());
        }

        return result.ToString();
    }
}
