using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Tongban.Codes;

/// <summary>办件编号: region 6, authority's serial 3, date 8, serial of the day 6, check 1 (ISO/IEC 7064 MOD 11,10): 24 digits.</summary>
public static class CaseNumber
{
    /// <summary>Digits in a case number.</summary>
    public const int Length = 24;

    /// <summary>Makes a number.</summary>
    /// <param name="region">6 digits.</param>
    /// <param name="authority">3 digits.</param>
    /// <param name="day">The day of receipt.</param>
    /// <param name="serial">1 to 999,999.</param>
    /// <exception cref="ArgumentException">A part does not have that form.</exception>
    public static string Create(string region, string authority, DateOnly day, long serial)
    {
        if (region.Length != 6 || !region.AsSpan().ContainsOnlyDigits()) throw new ArgumentException("A region has 6 digits.", nameof(region));
        if (authority.Length != 3 || !authority.AsSpan().ContainsOnlyDigits()) throw new ArgumentException("An authority's serial has 3 digits.", nameof(authority));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(serial);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(serial, 999_999);
        var body = string.Create(CultureInfo.InvariantCulture, $"{region}{authority}{day:yyyyMMdd}{serial:000000}");
        return body + Check(body);
    }

    /// <summary>Reads what was typed; blanks, hyphens and full-width digits are forgiven.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out string? number, [NotNullWhen(false)] out CodeProblem? problem)
    {
        (number, problem) = (null, null);
        var value = Typed.Clean(text);
        if (value.Length != Length)
            problem = new("case-number.length", $"办件编号是 24 位数字，您填了 {value.Length} 位", $"A case number has 24 digits; you gave {value.Length}");
        else if (!value.AsSpan().ContainsOnlyDigits())
            problem = new("case-number.characters", "办件编号只有数字", "A case number has digits only");
        else if (Check(value.AsSpan(0, Length - 1)) != value[^1])
            problem = new("case-number.check", "办件编号有一位填错了，请对照回执再填一次", "One digit of the case number is wrong; please compare it with the receipt");
        else
            number = value;
        return number is not null;
    }

    private static char Check(ReadOnlySpan<char> body)
    {
        var product = 10;
        foreach (var c in body)
        {
            var sum = (product + (c - '0')) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (char)('0' + (11 - product) % 10);
    }
}
