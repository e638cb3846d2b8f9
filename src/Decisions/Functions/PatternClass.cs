using System.Globalization;
using System.Text;

namespace Tongban.Decisions.Functions;

/// <summary>A class of characters in a pattern: <c>[a-z-[aeiou]]</c>, <c>\p{L}</c>. Characters beyond the first plane are looked for as pairs of surrogates.</summary>
internal sealed class PatternClass
{
    public const string Pair = "[\\uD800-\\uDBFF][\\uDC00-\\uDFFF]";
    public const string Anything = $"(?:{Pair}|[\\s\\S])";

    private readonly StringBuilder basic = new();
    private readonly List<string> beyond = [];
    private readonly List<PatternClass> nested = [];
    private bool negated;
    private PatternClass? without;

    /// <summary>The class that begins at a bracket; null when it is none.</summary>
    public static PatternClass? Read(string text, ref int at)
    {
        var read = new PatternClass();
        at++;
        if (at < text.Length && text[at] == '^')
        {
            read.negated = true;
            at++;
        }

        var start = at;
        while (at < text.Length && (text[at] != ']' || at == start))
        {
            if (text[at] == '-' && at + 1 < text.Length && text[at + 1] == '[' && at > start)
            {
                at++;
                read.without = Read(text, ref at);
                return read.without is not null && at < text.Length && text[at++] == ']' ? read : null;
            }

            if (!read.Item(text, ref at, start))
                return null;
        }

        return at < text.Length && at++ > start ? read : null;
    }

    private bool Item(string text, ref int at, int start)
    {
        var escape = at;
        if (text[at] == '\\' && ReadEscape(text, ref at, this) is not null)
            return true;
        at = escape;
        if (Character(text, ref at) is not { } from)
            return false;
        var range = at + 1 < text.Length && text[at] == '-' && text[at + 1] is not (']' or '[');
        if (!range)
            return Add(from, from);
        at++;
        return (text[escape] != '-' || escape == start) && Character(text, ref at) is { } to && from <= to && Add(from, to);
    }

    private static int? Character(string text, ref int at)
    {
        if (text[at] == '\\')
        {
            if (at + 1 >= text.Length)
                return null;
            at += 2;
            return text[at - 1] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', var c when "\\|.?*+(){}-[]^$".Contains(c, StringComparison.Ordinal) => c, _ => null };
        }

        if (text[at] is '[' or ']')
            return null;
        var code = char.IsSurrogatePair(text, at) ? char.ConvertToUtf32(text, at) : text[at];
        at += code > 0xFFFF ? 2 : 1;
        return code;
    }

    private bool Add(int from, int to)
    {
        if (from <= 0xFFFF)
            basic.Append(Escaped(from)).Append('-').Append(Escaped(Math.Min(to, 0xFFFF)));
        if (to > 0xFFFF)
            Pairs(Math.Max(from, 0x10000), to, beyond);
        return true;
    }

    private static string Escaped(int unit) => string.Create(CultureInfo.InvariantCulture, $"\\u{unit:X4}");

    /// <summary>The pairs of surrogates of a range beyond the first plane.</summary>
    private static void Pairs(int from, int to, List<string> pairs)
    {
        while (from <= to)
        {
            // One high surrogate at a time, or all those whose low ones are complete.
            var last = Math.Min(to, from | 0x3FF);
            if ((from & 0x3FF) == 0 && (to + 1 - from) >= 0x400)
                last = from + ((to + 1 - from) / 0x400 * 0x400) - 1;
            string low = char.ConvertFromUtf32(from), high = char.ConvertFromUtf32(last);
            pairs.Add($"[{Escaped(low[0])}-{Escaped(high[0])}][{Escaped(low[1])}-{Escaped(high[1])}]");
            from = last + 1;
        }
    }

    /// <summary>An escape that stands for many characters, such as <c>\d</c> or <c>\p{Lu}</c>; null for others. In a class it is added to it.</summary>
    public static string? ReadEscape(string text, ref int at, PatternClass? into = null)
    {
        if (at + 1 >= text.Length)
            return null;
        var c = text[at + 1];
        var set = Named(char.ToLowerInvariant(c));
        if (set is not null)
        {
            at += 2;
        }
        else if (c is 'p' or 'P' && text.IndexOf('}', at) is > 0 and var end && text[at + 2] == '{')
        {
            set = new PatternClass();
            set.Category(text[(at + 3)..end]);
            at = end + 1;
        }
        else
        {
            return null;
        }

        if (char.IsUpper(c))
            set = new PatternClass { negated = true, nested = { set } };
        into?.nested.Add(set);
        return set.ToString();
    }

    private static PatternClass? Named(char c)
    {
        var set = new PatternClass();
        switch (c)
        {
            case 's':
                set.basic.Append(" \\t\\n\\r");
                return set;
            case 'd':
                set.Category("Nd");
                return set;
            case 'w':
                foreach (var category in new[] { "P", "Z", "C" })
                    set.Category(category);
                set.negated = true;
                return set;
            // The first and later characters of XML names.
            case 'i':
                set.basic.Append("_:");
                set.Category("L");
                return set;
            case 'c':
                set.basic.Append("\\-._:");
                foreach (var category in new[] { "L", "N", "M" })
                    set.Category(category);
                return set;
            default:
                return null;
        }
    }

    // A block (IsCJKUnifiedIdeographs) lies in the first plane as far as .NET knows it; a category reaches beyond.
    private void Category(string name)
    {
        basic.Append("\\p{").Append(name).Append('}');
        if (name.Length is 1 or 2)
            beyond.AddRange(Supplementary.Of(name));
    }

    public override string ToString()
    {
        if (!negated && without is null && beyond.Count == 0 && nested.Count == 0)
            return $"[{basic}]";
        var parts = nested.Select(n => n.ToString()).ToList();
        if (basic.Length > 0)
            parts.Add($"(?!{Pair})[{basic}]");
        if (beyond.Count > 0)
            parts.Add($"(?=[\\uD800-\\uDBFF])(?:{string.Join('|', beyond)})");
        var any = $"(?:{string.Join('|', parts)})";
        var text = negated ? $"(?:(?!{any}){Anything})" : any;
        return without is null ? text : $"(?:(?!{without}){text})";
    }

    /// <summary>The characters of a category beyond the first plane, found once.</summary>
    private static class Supplementary
    {
        private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, List<string>> Known = new(StringComparer.Ordinal);

        private static readonly string[] Categories =
        [
            "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Sm", "Sc", "Sk", "So", "Cn",
        ];

        public static List<string> Of(string category) => Known.GetOrAdd(category, Find);

        private static List<string> Find(string category)
        {
            var pairs = new List<string>();
            var from = -1;
            for (var code = 0x10000; code <= 0x110000; code++)
            {
                var fits = code < 0x110000 && Categories[(int)CharUnicodeInfo.GetUnicodeCategory(code)].StartsWith(category, StringComparison.Ordinal);
                if (fits && from < 0)
                    from = code;
                if (!fits && from >= 0)
                {
                    Pairs(from, code - 1, pairs);
                    from = -1;
                }
            }

            return pairs;
        }
    }
}
