using System.Globalization;
using System.Numerics;

namespace Tongban.Decisions.Numbers;

/// <summary>Numbers as FEEL writes them (DMN 1.5, grammar rule 37).</summary>
internal static class NumberText
{
    private const int LongestPlain = 60;

    public static string Format(FeelNumber number)
    {
        if (number.IsZero)
            return "0";
        var (coefficient, exponent) = Digits.Strip(number.Coefficient, number.Exponent);
        var digits = coefficient.ToString(CultureInfo.InvariantCulture);
        var text = exponent >= 0 && digits.Length + exponent <= LongestPlain ? digits + new string('0', exponent)
            : exponent >= 0 || -exponent > LongestPlain ? Scientific(digits, exponent)
            : WithPoint(digits, -exponent);
        return number.IsNegative ? "-" + text : text;
    }

    private static string WithPoint(string digits, int decimals) => digits.Length > decimals
        ? digits[..^decimals] + "." + digits[^decimals..]
        : "0." + new string('0', decimals - digits.Length) + digits;

    private static string Scientific(string digits, int exponent)
    {
        var fraction = digits.Length > 1 ? "." + digits[1..] : "";
        return string.Create(CultureInfo.InvariantCulture, $"{digits[0]}{fraction}E{exponent + digits.Length - 1:+0;-0}");
    }

    public static bool TryParse(ReadOnlySpan<char> text, out FeelNumber number)
    {
        number = default;
        var negative = text.Length > 0 && text[0] == '-';
        if (negative)
            text = text[1..];
        var exponent = 0;
        var mark = text.IndexOfAny('e', 'E');
        if (mark >= 0)
        {
            if (!int.TryParse(text[(mark + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent) || Math.Abs(exponent) > 100_000)
                return false;
            text = text[..mark];
        }

        var point = text.IndexOf('.');
        var decimals = point < 0 ? 0 : text.Length - point - 1;
        if (text.Length == 0 || (point >= 0 && decimals == 0) || text.Length > 10_000)
            return false;
        foreach (var c in text)
            if (!char.IsAsciiDigit(c) && c != '.')
                return false;
        if (decimals > 0 && text[(point + 1)..].Contains('.'))
            return false;
        var made = Read(text, negative, exponent - decimals);
        number = made ?? default;
        return made is not null;
    }

    private static FeelNumber? Read(ReadOnlySpan<char> digits, bool negative, int exponent)
    {
        UInt128 coefficient = 0;
        if (digits.Length <= 38)
        {
            foreach (var c in digits)
                if (c != '.')
                    coefficient = (coefficient * 10) + (uint)(c - '0');
            return FeelNumber.Make(negative, coefficient, exponent);
        }

        var big = BigInteger.Parse(digits.ToString().Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        return FeelNumber.Make(negative ? -big : big, exponent);
    }
}
