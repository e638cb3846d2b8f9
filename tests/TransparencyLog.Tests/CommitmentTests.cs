using System.Security.Cryptography;
using System.Text;
using CsCheck;

namespace Tongban.TransparencyLog.Tests;

public class CommitmentTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    [Fact]
    public void Salt_IsNewEachTime() => Assert.Equal(100, Enumerable.Range(0, 100).Select(_ => Convert.ToHexString(Salt.New())).Distinct().Count());

    [Fact]
    public void Commitment_DependsOnSaltAndDataAndTheBorderBetweenThem()
    {
        var made = Commitment.Of(LogHash.Sm3, [1, 2, 3], [4, 5]);
        Assert.Equal(made, Commitment.Of(LogHash.Sm3, [1, 2, 3], [4, 5]));
        Assert.NotEqual(made, Commitment.Of(LogHash.Sm3, [1, 2], [3, 4, 5]));
        Assert.NotEqual(made, Commitment.Of(LogHash.Sm3, [1, 2, 3, 4], [5]));
        Assert.NotEqual(made, Commitment.Of(LogHash.Sm3, [9, 2, 3], [4, 5]));
    }

    [Fact]
    public void LongSalt_CannotSwallowTheBeginningOfTheData()
    {
        var salt = new byte[16];
        byte[] data = [.. Enumerable.Range(0, 400).Select(i => (byte)i)];

        // 16 and 272 are the same in one byte.
        Assert.NotEqual(Commitment.Of(LogHash.Sm3, salt, data), Commitment.Of(LogHash.Sm3, [.. salt, .. data[..256]], data.AsSpan(256)));
    }

    [Fact]
    public void Pseudonym_IsAnHmac() =>
        Gen.Select(Gen.Byte.Array[0, 150], Gen.String[Gen.Char['a', 'z'], 1, 8], Gen.String[Gen.Char['一', '龥'], 0, 60]).Sample((key, domain, id) =>
            Assert.Equal(
                Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{domain}\0{id}")))[..32],
                Pseudonym.Of(LogHash.Sha256, key, domain, id)));

    [Fact]
    public void Pseudonym_IsStable_AndDiffersByKeyDomainAndPerson()
    {
        var name = Pseudonym.Of(LogHash.Sm3, Key, "case", "1");
        Assert.Equal(32, name.Length);
        Assert.Equal(name, Pseudonym.Of(LogHash.Sm3, [.. Key], "case", "1"));
        Assert.NotEqual(name, Pseudonym.Of(LogHash.Sm3, [.. Key, 0x80], "case", "1"));
        Assert.NotEqual(name, Pseudonym.Of(LogHash.Sm3, Key, "actor", "1"));
        Assert.NotEqual(name, Pseudonym.Of(LogHash.Sm3, Key, "case", "2"));
        Assert.NotEqual(Pseudonym.Of(LogHash.Sm3, Key, "a", "b1"), Pseudonym.Of(LogHash.Sm3, Key, "ab", "1"));
    }
}
