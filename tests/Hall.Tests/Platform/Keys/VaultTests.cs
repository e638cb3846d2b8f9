using System.Text;
using CsCheck;
using Microsoft.Extensions.Options;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Keys;

namespace Tongban.Hall.Tests.Platform.Keys;

public sealed class VaultTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("tongban-vault-").FullName;
    private readonly HallKeys keys;
    private readonly Vault vault;

    public VaultTests()
    {
        keys = new HallKeys(Options.Create(new HallOptions { Demo = true, DataDirectory = folder }));
        vault = new Vault(keys);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void AnyText_ComesBackAtItsPlace_AndIsSealedAnewEachTime() => Gen.String.Sample(text =>
    {
        var whole = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        var envelope = vault.Seal(text, "t/c", "1");
        Assert.Equal(whole, vault.Open(envelope, "t/c", "1"));
        Assert.NotEqual(envelope, vault.Seal(text, "t/c", "1"));
    });

    [Theory]
    [InlineData("t/c", "2")]
    [InlineData("t/d", "1")]
    [InlineData("u/c", "1")]
    public void AtAnotherPlace_ItDoesNotOpen(string kind, string key)
    {
        Assert.Throws<DamagedValueException>(() => vault.Open(vault.Seal("a", "t/c", "1"), kind, key));
        Assert.Throws<DamagedValueException>(() => vault.Open(vault.Seal("a"u8, "t/c", "1"), kind, key));
    }

    [Fact]
    public void AnyChange_OfAnyByte_IsFound()
    {
        var sealedBytes = vault.Seal("王小明"u8, "t/c", "1");
        for (var i = 0; i < sealedBytes.Length; i++)
        {
            var changed = (byte[])sealedBytes.Clone();
            changed[i] ^= 1;
            Assert.Throws<DamagedValueException>(() => vault.Open(changed, "t/c", "1"));
        }
        var envelope = vault.Seal("王小明", "t/c", "1");
        foreach (var wrong in new[] { "", "王小明", "§1.", "§1.1.", "§1.1.*", "§1.7.AAAA", envelope[..^1], envelope + "A", envelope.Replace("§1.1.", "§1.2.") })
            Assert.Throws<DamagedValueException>(() => vault.Open(wrong, "t/c", "1"));
    }

    [Fact]
    public void NewKey_SealsFromNowOn_AndTheOldOneStillOpens_UntilItIsTakenAway()
    {
        var old = vault.Seal("a", "t/c", "1");
        keys.Append(Vault.KeyFile, DataKeys.NewLine());
        var other = new Vault(keys);
        var renewed = other.Seal("a", "t/c", "1");

        Assert.Equal((1, 2), (Vault.KeyOf(old), Vault.KeyOf(renewed)));
        Assert.Equal("a", other.Open(old, "t/c", "1"));
        // A process that started before reads the keys anew when it meets one that it does not know.
        Assert.Equal("a", vault.Open(renewed, "t/c", "1"));
        Assert.Equal(2, vault.Current);

        var file = Path.Combine(folder, "keys", Vault.KeyFile);
        File.WriteAllText(file, "-\n" + File.ReadAllLines(file)[1] + "\n");
        Assert.Throws<DamagedValueException>(() => new Vault(keys).Open(old, "t/c", "1"));
        Assert.Equal("a", new Vault(keys).Open(renewed, "t/c", "1"));
    }

    [Fact]
    public void BlindIndex_IsTheSameForTheSame_AndTellsNothingElsewhere()
    {
        Assert.Equal(vault.Index("accounts/number_index", "1"), vault.Index("accounts/number_index", "1"));
        Assert.NotEqual(vault.Index("accounts/number_index", "1"), vault.Index("accounts/mobile_index", "1"));
        Assert.NotEqual(vault.Index("accounts/number_index", "1"), vault.Index("accounts/number_index", "2"));
    }
}
