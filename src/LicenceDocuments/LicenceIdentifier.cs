using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Tongban.LicenceDocuments;

/// <summary>电子证照标识 (GB/T 36904): root . type 21 . issuer 18 . serial . version 3 . check.</summary>
/// <param name="TypeCode">证照类型代码: the 18-character code of the issuing domain and 3 of the type.</param>
/// <param name="Issuer">USCC of the issuing authority.</param>
/// <param name="Serial">流水号: digits and capital letters.</param>
/// <param name="Version">Three digits; a change of the licence counts it up.</param>
public sealed record LicenceIdentifier(string TypeCode, string Issuer, string Serial, int Version)
{
    /// <summary>The root of all identifiers.</summary>
    public const string Root = "1.2.156.3005.2";

    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /// <summary>The identifier in full.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Root}.{TypeCode}.{Issuer}.{Serial}.{Version:000}.{Check}");

    /// <summary>ISO/IEC 7064 MOD 37,36 over type, issuer, serial and version without the dots.</summary>
    public char Check => CheckOf(string.Create(CultureInfo.InvariantCulture, $"{TypeCode}{Issuer}{Serial}{Version:000}"));

    /// <summary>Reads an identifier.</summary>
    /// <param name="text">What was typed or scanned; blanks around it are forgiven.</param>
    /// <param name="identifier">The identifier, when the result is true.</param>
    /// <param name="problem">Which part is wrong and what to do, when it is false.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out LicenceIdentifier? identifier, [NotNullWhen(false)] out DocumentProblem? problem)
    {
        (identifier, problem) = (null, null);
        var value = (text ?? "").Trim().ToUpperInvariant();
        if (!value.StartsWith(Root + ".", StringComparison.Ordinal))
            problem = new("identifier.root", $"证照标识以 {Root} 开头，请照着证照上的编码填", $"A licence identifier begins with {Root}; please copy it from the licence");
        else if (value[(Root.Length + 1)..].Split('.') is not [var type, var issuer, var serial, var version, [var check]])
            problem = new("identifier.parts", "证照标识少了或多了一段，请照着证照上的编码填", "The identifier lacks a part or has one too many; please copy it from the licence");
        else if (type.Length != 21 || issuer.Length != 18 || version.Length != 3 || serial.Length == 0
            || (type + issuer + serial).Any(c => !Alphabet.Contains(c)) || !int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            problem = new("identifier.lengths", "证照标识有一段的长度或字符不对，请照着证照上的编码填", "A part of the identifier has the wrong length or characters; please copy it from the licence");
        else if (CheckOf(type + issuer + serial + version) != check)
            problem = new("identifier.check", "证照标识有一位填错了，请照着证照再填一次", "One character of the identifier is wrong; please compare it with the licence");
        else
            identifier = new LicenceIdentifier(type, issuer, serial, number);
        return identifier is not null;
    }

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
