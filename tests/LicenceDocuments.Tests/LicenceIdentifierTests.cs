using CsCheck;

namespace Tongban.LicenceDocuments.Tests;

public class LicenceIdentifierTests
{
    private const string Known = "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U";
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    [Theory]
    [InlineData(Known)]
    [InlineData("1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.9")]
    [InlineData("1.2.156.3005.2.11100000000013338W009.11330105002500287C.2025052201.002.0")]
    public void CheckCharacter_OfTheStandardsExamples_IsTheirs(string text)
    {
        var parts = text[(LicenceIdentifier.Root.Length + 1)..].Split('.');
        var identifier = new LicenceIdentifier(parts[0], parts[1], parts[2], int.Parse(parts[3], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(text, identifier.ToString());
    }

    [Theory]
    [InlineData(Known, null)]
    [InlineData("  1.2.156.3005.2.11100000000013338w011.11430000006122244l.20230000403.001.u ", null)]
    [InlineData("1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000404.001.U", "identifier.check")]
    [InlineData("1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.", "identifier.check")]
    [InlineData("1.2.156.3005.2.11100000000013338W011.11430000006122244L.001.U", "identifier.parts")]
    [InlineData("1.2.156.3005.2.", "identifier.parts")]
    [InlineData("1.2.156.3005.2.111.11430000006122244L.20230000403.001.U", "identifier.type")]
    [InlineData("1.2.156.3005.2.11100000000013338W011.340100.20230000403.001.U", "identifier.issuer")]
    [InlineData("1.2.156.3005.2.11100000000013338W011.11430000006122244L.2023-403.001.U", "identifier.serial")]
    [InlineData("1.2.156.3005.2.11100000000013338W011.11430000006122244L..001.U", "identifier.serial")]
    [InlineData("1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.1.U", "identifier.version")]
    [InlineData("粤A12345", "identifier.root")]
    [InlineData("", "identifier.root")]
    [InlineData(null, "identifier.root")]
    public void Typed_IsReadOrToldWhichPartIsWrong(string? text, string? problem)
    {
        Assert.Equal(problem is null, LicenceIdentifier.TryParse(text, out var identifier, out var found));
        Assert.Equal(problem, found?.Code);
        if (problem is null) Assert.Equal(Known, identifier!.ToString());
    }

    private static readonly Gen<LicenceIdentifier> Identifiers = Gen.Select(
        Gen.Char[Alphabet].Array[21], Gen.Char[Alphabet].Array[18], Gen.Char[Alphabet].Array[1, 40], Gen.Int[0, 999],
        (type, issuer, serial, version) => LicenceIdentifier.Create(new(type), new(issuer), new(serial), version));

    [Fact]
    public void Made_IsReadBackTheSame() => Identifiers.Sample(made =>
        LicenceIdentifier.TryParse(made.ToString(), out var read, out _) && read == made);

    [Fact]
    public void OneCharacterMistyped_IsNoticed() => Gen.Select(Identifiers, Gen.Int[0, 200], Gen.Char[Alphabet]).Sample((made, place, other) =>
    {
        var text = made.ToString().ToCharArray();
        var at = LicenceIdentifier.Root.Length + 1 + place % (text.Length - LicenceIdentifier.Root.Length - 1);
        if (text[at] == '.' || text[at] == other) return true;
        text[at] = other;
        return !LicenceIdentifier.TryParse(new(text), out _, out _);
    });

    [Theory]
    [InlineData("111", "11430000006122244L", "1", 1)]
    [InlineData("11100000000013338W011", "11430000006122244L", "1.2", 1)]
    [InlineData("11100000000013338W011", "11430000006122244L", "1", 1000)]
    public void MakingOneOfWrongParts_Throws(string type, string issuer, string serial, int version) =>
        Assert.Throws<ArgumentException>(() => LicenceIdentifier.Create(type, issuer, serial, version));
}
