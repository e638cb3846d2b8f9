using System.Text;

namespace Tongban.Sm.Tests;

public class SmTests
{
    [Fact]
    public void Hex_IsTheHashInSmallDigits_OfTextAsOfItsBytes()
    {
        Assert.Equal("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0", Sm3.Hex("abc"));
        Assert.Equal(Sm3.Hex("通办"), Sm3.Hex("通办"u8));
    }

    [Fact]
    public void Sm3_GivesTheStandardsVector() => Assert.Equal(
        "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
        Convert.ToHexStringLower(Sm3.Hash("a"u8, "b"u8, "c"u8)));

    [Fact]
    public void Signature_VerifiesAfterBothKeysTravelledAsPem()
    {
        var key = Sm2Key.FromPem(Sm2Key.Generate().ToPem());
        var data = Encoding.UTF8.GetBytes("准予");

        var signature = key.Sign(data);

        Assert.True(Sm2PublicKey.FromPem(key.PublicKey.ToPem()).Verify(data, signature));
    }

    [Fact]
    public void Signature_RefusesAnotherTextAndAnotherKey()
    {
        var key = Sm2Key.Generate();
        var signature = key.Sign("granted"u8);

        Assert.False(key.PublicKey.Verify("refused"u8, signature));
        Assert.False(Sm2Key.Generate().PublicKey.Verify("granted"u8, signature));
        Assert.False(key.PublicKey.Verify("granted"u8, [1, 2, 3]));
    }

    [Fact]
    public void Signing_FromManyThreads_StaysCorrect()
    {
        var key = Sm2Key.Generate();
        Parallel.For(0, 200, i =>
        {
            var data = BitConverter.GetBytes(i);
            Assert.True(key.PublicKey.Verify(data, key.Sign(data)));
        });
    }

    [Theory]
    [InlineData("")]
    [InlineData("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n")]
    [InlineData("-----BEGIN PUBLIC KEY-----\nMIAwEwYHKoZIzj0CAQYIKoEcz1UBgi0DQgAEASEpJ6z0lJVeYkDWnLvlaroMik70xCDhFIfAxGIIdLDt7jS8\n-----END PUBLIC KEY-----\n")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nMIAwEwYHKoZIzj0CAQYIKoEcz1UBgi0DQgAEASEpJ6z0lJVeYkDWnLvlaroMik70xCDhFIfAxGIIdLDt7jS8\n-----END PRIVATE KEY-----\n")]
    public void Pem_OfSomethingElse_IsRefusedWithAFormatException(string pem)
    {
        Assert.Throws<FormatException>(() => Sm2Key.FromPem(pem));
        Assert.Throws<FormatException>(() => Sm2PublicKey.FromPem(pem));
    }
}
