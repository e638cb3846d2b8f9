using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Tongban.Codes;

/// <summary>公民身份号码 (GB 11643-1999): region 6, birth date 8, order 3 (odd for men), check 1.</summary>
public sealed record CitizenNumber
{
    /// <summary>Characters in a number.</summary>
    public const int Length = 18;

    private static ReadOnlySpan<int> Weights => [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    private CitizenNumber(string value, DateOnly birthDate) => (Value, BirthDate) = (value, birthDate);

    /// <summary>The 18 characters, X in upper case.</summary>
    public string Value { get; }

    /// <summary>Born on this day.</summary>
    public DateOnly BirthDate { get; }

    /// <summary>The county in which the number was given, 6 digits.</summary>
    public string Region => Value[..6];

    /// <summary>An odd order number is a man's.</summary>
    public bool IsMale => (Value[16] - '0') % 2 == 1;

    /// <summary>Age in full years: one more on the birthday; born on 29 February, on 1 March in other years.</summary>
    public int AgeOn(DateOnly day)
    {
        var age = day.Year - BirthDate.Year;
        return (day.Month, day.Day).CompareTo((BirthDate.Month, BirthDate.Day)) < 0 ? age - 1 : age;
    }

    /// <summary>For screens and prints: only the last four characters are shown.</summary>
    public string Masked => Mask(Value);

    /// <summary>The same for a number that is kept as text; empty when it has not 18 characters.</summary>
    public static string Mask(string? number) => number is { Length: Length } ? new string('*', 14) + number[14..] : "";

    /// <summary>Masked: a number that is printed by accident says nothing.</summary>
    public override string ToString() => Masked;

    /// <summary>What was typed, as it would be kept: half-width, no blanks, no hyphens, X in upper case.</summary>
    public static string Normalise(string? text) => Typed.Clean(text);

    /// <summary>Reads a number; blanks, hyphens, full-width characters and a small x are forgiven.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="today">A birth date after this day is refused.</param>
    /// <param name="number">The number, when the result is true.</param>
    /// <param name="problem">What is wrong, when it is false.</param>
    public static bool TryParse(string? text, DateOnly today, [NotNullWhen(true)] out CitizenNumber? number, [NotNullWhen(false)] out CodeProblem? problem)
    {
        (number, problem) = (null, null);
        var value = Normalise(text);
        if (value.Length != Length)
            problem = new("citizen-number.length", $"身份证号码是 18 位，您填了 {value.Length} 位", $"A citizen number has 18 characters; you gave {value.Length}");
        else if (!value.AsSpan(0, 17).ContainsOnlyDigits() || !(char.IsAsciiDigit(value[17]) || value[17] == 'X'))
            problem = new("citizen-number.characters", "身份证号码只能有数字，最后一位可以是 X", "A citizen number has digits only; the last may be X");
        else if (value[0] == '0' || value[0] == '9')
            problem = new("citizen-number.region", "身份证号码的前 6 位不是地区代码，请核对", "The first six digits are not a region code; please check them");
        else if (!DateOnly.TryParseExact(value.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born)
            || born.Year < 1850)
            problem = new("citizen-number.birth-date", "身份证号码第 7 到 14 位不是出生日期，请核对", "Characters 7 to 14 are not a birth date; please check them");
        else if (born > today)
            problem = new("citizen-number.future", "身份证号码里的出生日期还没有到，请核对第 7 到 14 位", "The birth date in the number is in the future; please check characters 7 to 14");
        else if (Check(value) != value[17])
            problem = new("citizen-number.check", "身份证号码有一位填错了，请对照证件再填一次", "One character of the citizen number is wrong; please compare it with the card");
        else
            number = new CitizenNumber(value, born);
        return number is not null;
    }

    /// <summary>Makes the number of an invented person.</summary>
    /// <param name="region">6 digits.</param>
    /// <param name="born">Birth date.</param>
    /// <param name="order">0 to 999; odd for a man.</param>
    /// <exception cref="ArgumentException">A part does not have that form.</exception>
    public static CitizenNumber Create(string region, DateOnly born, int order)
    {
        if (region.Length != 6 || !region.AsSpan().ContainsOnlyDigits()) throw new ArgumentException("A region has 6 digits.", nameof(region));
        ArgumentOutOfRangeException.ThrowIfNegative(order);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(order, 999);
        var body = string.Create(CultureInfo.InvariantCulture, $"{region}{born:yyyyMMdd}{order:000}");
        return new CitizenNumber(body + Check(body), born);
    }

    private static char Check(ReadOnlySpan<char> body)
    {
        var sum = 0;
        for (var i = 0; i < 17; i++) sum += (body[i] - '0') * Weights[i];
        return "10X98765432"[sum % 11];
    }
}
