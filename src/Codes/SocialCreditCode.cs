using System.Diagnostics.CodeAnalysis;

namespace Tongban.Codes;

/// <summary>统一社会信用代码 (GB 32100-2015): registrar 1, kind 1, region 6, organisation code 9 (GB 11714), check 1.</summary>
public sealed record SocialCreditCode
{
    /// <summary>Characters in a code.</summary>
    public const int Length = 18;

    // Digits and letters without I, O, S, V, Z.
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static ReadOnlySpan<int> Weights => [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
    private static ReadOnlySpan<int> OrganisationWeights => [3, 7, 9, 10, 5, 8, 4, 2];

    private SocialCreditCode(string value) => Value = value;

    /// <summary>The 18 characters in upper case.</summary>
    public string Value { get; }

    /// <summary>Reads a code; blanks, hyphens, full-width and small letters are forgiven.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out SocialCreditCode? code, [NotNullWhen(false)] out CodeProblem? problem)
    {
        (code, problem) = (null, null);
        var value = Typed.Clean(text);
        if (value.Length != Length)
            problem = new("social-credit-code.length", $"统一社会信用代码是 18 位，您填了 {value.Length} 位", $"A unified social credit code has 18 characters; you gave {value.Length}");
        else if (value.Any(c => !Alphabet.Contains(c)))
            problem = new("social-credit-code.characters", "统一社会信用代码只有数字和大写字母，没有 I、O、S、V、Z", "The code has digits and capital letters, without I, O, S, V and Z");
        else if (!value.AsSpan(2, 6).ContainsOnlyDigits())
            problem = new("social-credit-code.region", "统一社会信用代码第 3 到 8 位应当是数字", "Characters 3 to 8 of the code must be digits");
        else if (OrganisationCheck(value.AsSpan(8, 8)) != value[16] || Check(value) != value[17])
            problem = new("social-credit-code.check", "统一社会信用代码有一位填错了，请对照证照再填一次", "One character of the code is wrong; please compare it with the certificate");
        else
            code = new SocialCreditCode(value);
        return code is not null;
    }

    /// <summary>Makes the code of an invented body.</summary>
    /// <param name="registrarAndKind">2 characters, "11" for a state organ.</param>
    /// <param name="region">6 digits.</param>
    /// <param name="organisation">8 characters.</param>
    /// <exception cref="ArgumentException">A part does not have that form.</exception>
    public static SocialCreditCode Create(string registrarAndKind, string region, string organisation)
    {
        if (registrarAndKind.Length != 2 || registrarAndKind.Any(c => !Alphabet.Contains(c)))
            throw new ArgumentException("Registrar and kind are 2 characters of the code's alphabet.", nameof(registrarAndKind));
        if (region.Length != 6 || !region.AsSpan().ContainsOnlyDigits()) throw new ArgumentException("A region has 6 digits.", nameof(region));
        if (organisation.Length != 8 || organisation.Any(c => !Alphabet.Contains(c)))
            throw new ArgumentException("An organisation has 8 characters of the code's alphabet.", nameof(organisation));
        var body = registrarAndKind + region + organisation + OrganisationCheck(organisation);
        return new SocialCreditCode(body + Check(body));
    }

    private static char Check(ReadOnlySpan<char> body)
    {
        var sum = 0;
        for (var i = 0; i < 17; i++) sum += Alphabet.IndexOf(body[i]) * Weights[i];
        return Alphabet[(31 - sum % 31) % 31];
    }

    // GB 11714: letters count from A = 10.
    private static char OrganisationCheck(ReadOnlySpan<char> body)
    {
        var sum = 0;
        for (var i = 0; i < 8; i++) sum += (char.IsAsciiDigit(body[i]) ? body[i] - '0' : body[i] - 'A' + 10) * OrganisationWeights[i];
        return (11 - sum % 11) switch { 10 => 'X', 11 => '0', var c => (char)('0' + c) };
    }
}
