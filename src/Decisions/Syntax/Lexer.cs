using System.Globalization;
using System.Text;

namespace Tongban.Decisions.Syntax;

internal enum TokenKind
{
    Name,
    Number,
    String,
    Symbol,
    Bad,
    End,
}

/// <summary>A token; of a string, <paramref name="Text"/> is its value.</summary>
internal readonly record struct Token(TokenKind Kind, string Text, int Start, int End, bool Spaced)
{
    public bool Is(string symbol) => Kind == TokenKind.Symbol && Text == symbol;
    public bool IsWord(string word) => Kind == TokenKind.Name && Text == word;
}

/// <summary>Splits FEEL into tokens (grammar rules 27 to 38, 60, 61). A name with spaces or signs is several tokens: only the scope knows it as one.</summary>
internal static class Lexer
{
    private static readonly string[] Pairs = ["..", "**", "<=", ">=", "!=", "->"];

    public static Token[] Split(string text)
    {
        var tokens = new List<Token>();
        var at = 0;
        while (true)
        {
            var before = at;
            at = SkipSpace(text, at);
            if (string.CompareOrdinal(text, at, "/*", 0, 2) == 0)
                tokens.Add(new(TokenKind.Bad, "/*", at, at = text.Length, true));
            if (at >= text.Length)
            {
                tokens.Add(new(TokenKind.End, "", text.Length, text.Length, at > before));
                return [.. tokens];
            }

            var token = Next(text, at) with { Spaced = at > before };
            tokens.Add(token);
            at = token.End;
        }
    }

    /// <summary>Whether a text is one plain name, without spaces or signs, and no keyword.</summary>
    public static bool IsName(string text) => text.Length > 0 && NameEnd(text, 0) == text.Length && !Keywords.Contains(text);

    private static Token Next(string text, int at)
    {
        var c = text[at];
        if (c == '"')
            return StringLiteral(text, at);
        if (char.IsAsciiDigit(c) || (c == '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])))
            return Number(text, at);
        var end = NameEnd(text, at);
        if (end > at)
            return new(TokenKind.Name, text[at..end], at, end, false);
        foreach (var pair in Pairs)
            if (string.CompareOrdinal(text, at, pair, 0, 2) == 0)
                return new(TokenKind.Symbol, pair, at, at + 2, false);
        return new(TokenKind.Symbol, c.ToString(), at, at + 1, false);
    }

    private static Token Number(string text, int at)
    {
        var end = Digits(text, at);
        if (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]))
            end = Digits(text, end + 1);
        if (end < text.Length && text[end] is 'e' or 'E')
        {
            var sign = end + 1 < text.Length && text[end + 1] is '+' or '-' ? end + 2 : end + 1;
            if (sign < text.Length && char.IsAsciiDigit(text[sign]))
                end = Digits(text, sign);
        }

        return new(TokenKind.Number, text[at..end], at, end, false);
    }

    private static int Digits(string text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            at++;
        return at;
    }

    private static Token StringLiteral(string text, int start)
    {
        var value = new StringBuilder();
        for (var at = start + 1; at < text.Length; at++)
        {
            if (text[at] == '"')
                return new(TokenKind.String, value.ToString(), start, at + 1, false);
            if (text[at] != '\\' || at + 1 >= text.Length)
                value.Append(text[at]);
            else
                at = Escape(text, at + 1, value);
        }

        return new(TokenKind.Bad, "\"", start, text.Length, false);
    }

    private static int Escape(string text, int at, StringBuilder value)
    {
        var digits = text[at] switch { 'u' => 4, 'U' => 6, _ => 0 };
        if (digits > 0 && at + digits < text.Length
            && int.TryParse(text.AsSpan(at + 1, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) && code <= 0x10FFFF)
        {
            _ = Rune.IsValid(code) ? value.Append(new Rune(code).ToString()) : value.Append((char)code);
            return at + digits;
        }

        _ = text[at] switch
        {
            'n' => value.Append('\n'),
            'r' => value.Append('\r'),
            't' => value.Append('\t'),
            '"' or '\'' or '\\' => value.Append(text[at]),
            _ => value.Append('\\').Append(text[at]),
        };
        return at;
    }

    private static int SkipSpace(string text, int at)
    {
        while (at < text.Length)
        {
            if (IsSpace(text[at]))
            {
                at++;
            }
            else if (string.CompareOrdinal(text, at, "//", 0, 2) == 0)
            {
                at = text.AsSpan(at).IndexOfAny('\n', '\r') is >= 0 and var n ? at + n : text.Length;
            }
            else if (string.CompareOrdinal(text, at, "/*", 0, 2) == 0)
            {
                if (text.IndexOf("*/", at + 2, StringComparison.Ordinal) is not (>= 0 and var end))
                    break;
                at = end + 2;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    private static bool IsSpace(char c) => c is >= '\u0009' and <= '\u000D' or ' ' or '\u0085' or '\u00A0' or '\u1680' or '\u180E'
        or (>= '\u2000' and <= '\u200B') or '\u2028' or '\u2029' or '\u202F' or '\u205F' or '\u3000' or '\uFEFF';

    private static int NameEnd(string text, int at)
    {
        if (text[at] == '?')
            return at + 1;
        var start = at;
        while (at < text.Length)
        {
            var size = char.IsSurrogatePair(text, at) ? 2 : 1;
            var code = size == 2 ? char.ConvertToUtf32(text, at) : text[at];
            if (!IsStart(code) && (at == start || !IsPart(code)))
                break;
            at += size;
        }

        return at;
    }

    private static bool IsStart(int c) => c is (>= 'A' and <= 'Z') or '_' or (>= 'a' and <= 'z') or (>= 0xC0 and <= 0xD6) or (>= 0xD8 and <= 0xF6)
        or (>= 0xF8 and <= 0x2FF) or (>= 0x370 and <= 0x37D) or (>= 0x37F and <= 0x1FFF and not 0x1680 and not 0x180E) or 0x200C or 0x200D
        or (>= 0x2070 and <= 0x218F) or (>= 0x2C00 and <= 0x2FEF) or (>= 0x3001 and <= 0xD7FF) or (>= 0xF900 and <= 0xFDCF)
        or (>= 0xFDF0 and <= 0xFFFD and not 0xFEFF) or (>= 0x10000 and <= 0xEFFFF);

    private static bool IsPart(int c) => c is (>= '0' and <= '9') or 0xB7 or (>= 0x300 and <= 0x36F) or 0x203F or 0x2040;

    public static readonly HashSet<string> Keywords =
    [
        "if", "then", "else", "for", "return", "some", "every", "satisfies", "in", "between", "and", "or", "instance", "of", "function", "external", "true", "false", "null",
    ];
}
