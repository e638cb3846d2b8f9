using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Tongban.Decisions.Running;
using Tongban.Decisions.Values;

namespace Tongban.Decisions.Functions;

/// <summary>String functions (10.3.4.3). A character is a code point of Unicode.</summary>
internal static class StringFunctions
{
    public static readonly (string, Body)[] All =
    [
        ("substring(string: string, start position: number, length?: number): string", (_, a) => Substring(S(a[0]), a[1], a[2])),
        ("string length(string: string): number", (_, a) => NumberValue.Of(Length(S(a[0])))),
        ("upper case(string: string): string", (_, a) => S(a[0]).ToUpperInvariant()),
        ("lower case(string: string): string", (_, a) => S(a[0]).ToLowerInvariant()),
        ("substring before(string: string, match: string): string", (_, a) => S(a[0]).IndexOf(S(a[1]), StringComparison.Ordinal) is >= 0 and var at ? S(a[0])[..at] : ""),
        ("substring after(string: string, match: string): string", (_, a) => S(a[0]).IndexOf(S(a[1]), StringComparison.Ordinal) is >= 0 and var at ? S(a[0])[(at + S(a[1]).Length)..] : ""),
        ("contains(string: string, match: string): boolean", (_, a) => S(a[0]).Contains(S(a[1]), StringComparison.Ordinal)),
        ("starts with(string: string, match: string): boolean", (_, a) => S(a[0]).StartsWith(S(a[1]), StringComparison.Ordinal)),
        ("ends with(string: string, match: string): boolean", (_, a) => S(a[0]).EndsWith(S(a[1]), StringComparison.Ordinal)),
        ("matches(input: string, pattern: string, flags?: string): boolean", (call, a) => Pattern(call, a[1], a[2], regex => regex.IsMatch(S(a[0])))),
        ("replace(input: string, pattern: string, replacement: string, flags?: string): string", (call, a) => Pattern(call, a[1], a[3], regex => Replaced(regex, S(a[0]), S(a[2])))),
        ("split(string: string, delimiter: string): list", (call, a) => Pattern(call, a[1], null, regex => Pieces(regex, S(a[0])))),
        ("string join(list: list, delimiter?: any): string", (_, a) => Join((FeelList)a[0]!, a[1])),
    ];

    private const long LongestText = 20_000_000;

    private static string S(FeelValue? value) => ((StringValue)value!).Text;

    private static string Text(FeelValue? value) => (value as StringValue)?.Text ?? "";

    private static int Length(string text)
    {
        var pairs = 0;
        foreach (var c in text)
            pairs += char.IsLowSurrogate(c) ? 1 : 0;
        return text.Length - pairs;
    }

    private static FeelValue? Substring(string text, FeelValue? start, FeelValue? length)
    {
        Rune[] runes = [.. text.EnumerateRunes()];
        if (!((NumberValue)start!).Number.TryToInt32(out var from) || from == 0 || Math.Abs((long)from) > runes.Length)
            return null;
        var begin = from > 0 ? from - 1 : runes.Length + from;
        var count = runes.Length - begin;
        if (length is NumberValue given)
        {
            if (given.Number.Round(0, Numbers.RoundingMode.Down) is not { } whole || whole < FeelNumber.One)
                return null;
            count = whole.TryToInt32(out var wanted) ? Math.Min(count, wanted) : count;
        }
        else if (length is NullValue)
        {
            return FeelValue.Null;
        }

        var result = new StringBuilder();
        foreach (var rune in runes.AsSpan(begin, count))
            result.Append(rune.ToString());
        return result.ToString();
    }

    private static FeelValue? Join(FeelList list, FeelValue? delimiter)
    {
        if (delimiter is not (null or NullValue or StringValue))
            return null;
        if (list.Weight + ((long)list.Count * Text(delimiter).Length) > LongestText)
            throw new GivenUp(Messages.OutOfFuel());
        return list.Any(i => i is not (StringValue or NullValue)) ? null : string.Join(Text(delimiter), list.OfType<StringValue>().Select(s => s.Text));
    }

    // A pattern that finds nothing at all everywhere is an error in XPath (FORX0003). Every character may become the whole replacement.
    private static FeelValue? Replaced(Regex regex, string text, string replacement)
    {
        if (Patterns.Replacement(replacement, regex.GetGroupNumbers().Length - 1) is not { } translated || regex.IsMatch(""))
            return null;
        return (text.Length + 1L) * (translated.Length + 1L) > LongestText ? throw new GivenUp(Messages.OutOfFuel()) : regex.Replace(text, translated);
    }

    private static FeelList? Pieces(Regex regex, string text)
    {
        if (regex.IsMatch(""))
            return null;
        // Regex.Split would add what groups caught.
        var pieces = new List<FeelValue>();
        var at = 0;
        foreach (Match match in regex.Matches(text))
        {
            if (match.Length == 0)
                continue;
            pieces.Add(text[at..match.Index]);
            at = match.Index + match.Length;
        }

        pieces.Add(text[at..]);
        return new FeelList(pieces);
    }

    private static FeelValue? Pattern(Call call, FeelValue? pattern, FeelValue? flags, Func<Regex, FeelValue?> use)
    {
        call.Run.Burn(100);
        var begun = Stopwatch.GetTimestamp();
        try
        {
            return Patterns.Compile(S(pattern), Text(flags)) is { } regex ? use(regex) : call.Fail(Messages.BadPattern(S(pattern)));
        }
        catch (RegexMatchTimeoutException)
        {
            return call.Fail(Messages.BadPattern(S(pattern)));
        }
        finally
        {
            call.Run.Waited(Stopwatch.GetElapsedTime(begun));
        }
    }
}
