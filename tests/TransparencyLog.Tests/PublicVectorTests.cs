namespace Tongban.TransparencyLog.Tests;

/// <summary>The eight leaves that certificate-transparency implementations test with (SHA-256).</summary>
public class PublicVectorTests
{
    private static readonly string[] Inputs =
        ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    [Theory]
    [InlineData(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [InlineData(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [InlineData(4, "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4")]
    [InlineData(6, "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef")]
    [InlineData(7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c")]
    [InlineData(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public async Task Root_IsThePublicOne(int size, string root) =>
        Assert.Equal(root, Hex(await (await LogAsync()).Log.RootAsync(size)));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, 8, "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e", "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4")]
    [InlineData(5, 8, "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(2, 3, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    public async Task Inclusion_IsThePublicProof(long index, long size, params string[] path) =>
        Assert.Equal(path, (await (await LogAsync()).Log.ProveInclusionAsync(index, size)).Path.Select(Hex));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 8, "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e", "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4")]
    [InlineData(6, 8, "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(2, 5, "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e", "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b")]
    public async Task Consistency_IsThePublicProof(long first, long second, params string[] path) =>
        Assert.Equal(path, (await (await LogAsync()).Log.ProveConsistencyAsync(first, second)).Path.Select(Hex));

    [Fact]
    public void Sm3_HashesNothingAndAbcAsTheStandardSays()
    {
        Assert.Equal("1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b", Hex(LogHash.Sm3.Empty));
        Assert.Equal("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0", Hex(LogHash.Sm3.Of("a"u8, "b"u8, "c"u8)));
    }

    [Fact]
    public void LeafAndNode_HaveTheirPrefixes()
    {
        foreach (var hash in new[] { LogHash.Sm3, LogHash.Sha256 })
        {
            Assert.Equal(hash.Of([0, 7, 8], []), hash.Leaf([7, 8]));
            Assert.Equal(hash.Of([1, 7, 8], []), hash.Node([7], [8]));
            Assert.Same(hash, LogHash.Named(hash.Name));
        }
        Assert.Null(LogHash.Named("MD5"));
    }

    private static async Task<TestLog> LogAsync()
    {
        var log = new TestLog(LogHash.Sha256);
        await log.AppendAsync(Inputs.Select(i => LogHash.Sha256.Leaf(Convert.FromHexString(i))));
        return log;
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
