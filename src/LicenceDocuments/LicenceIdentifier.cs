using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Tongban.LicenceDocuments;

/// <summary>电子证照标识 (GB/T 36904): root . type 21 . issuer 18 . serial . version 3 . check.</summary>
/// <param name="TypeCode">证照类型代码: the 18-character code of the issuing domain and 3 of the type.</param>
/// <param name="Issuer">USCC of the issuing authority.</param>
/// <param name="Serial">流水号: digits and capital letters.</param>
/// <param name="Version">0 to 999; a change of the licence counts it up.</param>
public sealed record LicenceIdentifier(string TypeCode, string Issuer, string Serial, int Version)
{
    /// <summary>The root of all identifiers.</summary>
    public const string Root = "1.2.156.3005.2";

    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const int MostSerial = 40;

    /// <summary>The identifier in full.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Root}.{TypeCode}.{Issuer}.{Serial}.{Version:000}.{Check}");

    /// <summary>ISO/IEC 7064 MOD 37,36 over type, issuer, serial and version without the dots.</summary>
    public char Check => CheckOf(string.Create(CultureInfo.InvariantCulture, $"{TypeCode}{Issuer}{Serial}{Version:000}"));

    /// <summary>Makes the identifier of a licence about to be issued.</summary>
    /// <param name="typeCode">21 digits and capital letters.</param>
    /// <param name="issuer">18 digits and capital letters.</param>
    /// <param name="serial">1 to 40 digits and capital letters.</param>
    /// <param name="version">0 to 999.</param>
    /// <exception cref="ArgumentException">A part has another form: an error in the package or the configuration.</exception>
    public static LicenceIdentifier Create(string typeCode, string issuer, string serial, int version)
    {
        var identifier = new LicenceIdentifier(typeCode, issuer, serial, version);
        return Fault(typeCode, issuer, serial, version.ToString("000", CultureInfo.InvariantCulture)) is { } problem
            ? throw new ArgumentException(problem.En)
            : identifier;
    }

    /// <summary>Reads an identifier.</summary>
    /// <param name="text">What was typed or scanned; blanks around it and small letters are forgiven.</param>
    /// <param name="identifier">The identifier, when the result is true.</param>
    /// <param name="problem">Which part is wrong and what to do, when it is false.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out LicenceIdentifier? identifier, [NotNullWhen(false)] out DocumentProblem? problem)
    {
        (identifier, problem) = (null, null);
        var value = (text ?? "").Trim().ToUpperInvariant();
        if (!value.StartsWith(Root + ".", StringComparison.Ordinal))
            problem = Problems.IdentifierRoot;
        else if (value[(Root.Length + 1)..].Split('.') is not [var type, var issuer, var serial, var version, var check] parts)
            problem = Problems.IdentifierParts(value.Count(c => c == '.') - Root.Count(c => c == '.'));
        else if ((problem = Fault(type, issuer, serial, version)) is null && check != CheckOf(string.Concat(parts[..4])).ToString())
            problem = Problems.IdentifierCheck;
        else if (problem is null)
            identifier = new LicenceIdentifier(type, issuer, serial, int.Parse(version, NumberStyles.None, CultureInfo.InvariantCulture));
        return identifier is not null;
    }

    private static DocumentProblem? Fault(string type, string issuer, string serial, string version) =>
        !IsCode(type, 21, 21) ? Problems.IdentifierPart("type", "证照类型代码是 21 位数字和大写字母", "the type code has 21 digits and capital letters", type)
        : !IsCode(issuer, 18, 18) ? Problems.IdentifierPart("issuer", "颁发机构代码是 18 位数字和大写字母", "the issuer's code has 18 digits and capital letters", issuer)
        : !IsCode(serial, 1, MostSerial) ? Problems.IdentifierPart("serial", "流水号是 1 到 40 位数字和大写字母", "the serial has 1 to 40 digits and capital letters", serial)
        : version.Length != 3 || !version.All(char.IsAsciiDigit) ? Problems.IdentifierPart("version", "版本号是 3 位数字", "the version has 3 digits", version)
        : null;

    private static bool IsCode(string part, int least, int most) =>
        part.Length >= least && part.Length <= most && part.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c));

    private static char CheckOf(string body)
    {
        var product = 36;
        foreach (var c in body)
        {
            var sum = (product + Alphabet.IndexOf(c)) % 36;
            product = (sum == 0 ? 36 : sum) * 2 % 37;
        }
        return Alphabet[(37 - product) % 36];
    }
}
