using System.Diagnostics.CodeAnalysis;

namespace Tongban.Codes;

/// <summary>A mainland mobile number: 11 digits, the first a 1, the second 3 to 9.</summary>
public static class MobileNumber
{
    /// <summary>Reads what was typed; blanks, hyphens, full-width digits and the country's prefix are forgiven.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out string? number, [NotNullWhen(false)] out CodeProblem? problem)
    {
        (number, problem) = (null, null);
        var value = Typed.Clean(text);
        if (value.StartsWith("+86", StringComparison.Ordinal)) value = value[3..];
        else if (value.StartsWith("0086", StringComparison.Ordinal)) value = value[4..];
        if (value.Length != 11)
            problem = new("mobile.length", $"手机号码是 11 位，您填了 {value.Length} 位", $"A mobile number has 11 digits; you gave {value.Length}");
        else if (!value.AsSpan().ContainsOnlyDigits() || value[0] != '1' || value[1] < '3')
            problem = new("mobile.characters", "手机号码要以 13 到 19 开头，全部是数字", "A mobile number has digits only and begins with 13 to 19");
        else
            number = value;
        return number is not null;
    }

    /// <summary>For screens: the middle is hidden.</summary>
    public static string Mask(string number) => number.Length == 11 ? $"{number[..3]}****{number[7..]}" : "****";
}
