using System.Collections.Concurrent;
using System.Globalization;
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
        else if (new PatternTranslator(pattern, flags.Contains('x', StringComparison.Ordinal), flags.Contains('s', StringComparison.Ordinal)).Translate() is { } translated)
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

    /// <summary>
    /// A replacement of XPath as one of .NET: \$ and \\ for the signs themselves, $12 for group 12, or for group 1 and a 2 when there are fewer groups.
    /// Null where a $ or \ means nothing (FORX0004).
    /// </summary>
    public static string? Replacement(string text, int groups)
    {
        var result = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('\\' or '$'))
            {
                result.Append(text[i]);
                continue;
            }

            if (++i == text.Length)
                return null;
            if (text[i - 1] == '\\' && text[i] is '$' or '\\')
                result.Append(text[i] == '$' ? "$$" : "\\");
            else if (text[i - 1] == '$' && char.IsAsciiDigit(text[i]))
                i = Group(text, i, groups, result);
            else
                return null;
        }

        return result.ToString();
    }

    private static int Group(string text, int at, int groups, StringBuilder result)
    {
        var number = text[at] - '0';
        while (at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]) && (number * 10) + text[at + 1] - '0' <= groups)
            number = (number * 10) + text[++at] - '0';
        if (number <= groups)
            result.Append(CultureInfo.InvariantCulture, $"${{{number}}}");
        return at;
    }
}
