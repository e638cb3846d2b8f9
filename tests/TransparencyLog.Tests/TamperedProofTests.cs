using CsCheck;

namespace Tongban.TransparencyLog.Tests;

/// <summary>A proof that was touched is a false one: every bit, every hash dropped, doubled, swapped or added, every other place.</summary>
public class TamperedProofTests
{
    private static readonly LogHash Hash = LogHash.Sm3;

    [Fact]
    public async Task Inclusion_Touched_IsRefused()
    {
        var log = await TestLog.OfAsync(Hash, 700);
        await Gen.Select(Gen.Int[1, 700], Gen.Int[0, 699], Gen.Int[0, 1 << 20]).SampleAsync(async (size, pick, where) =>
        {
            var index = pick % size;
            var (proof, leaf, root) = (await log.Log.ProveInclusionAsync(index, size), log.Leaves[index], await log.Log.RootAsync(size));
            Assert.True(proof.Verify(Hash, leaf, root));
            foreach (var path in Touched(proof.Path, where)) Assert.False((proof with { Path = path }).Verify(Hash, leaf, root));
            Assert.False(proof.Verify(Hash, Flip(leaf, where), root));
            Assert.False(proof.Verify(Hash, leaf, Flip(root, where)));
            Assert.False(proof.Verify(Hash, leaf[1..], root));
            Assert.False(proof.Verify(LogHash.Sha256, leaf, root) && proof.Path.Count > 0);
            for (var other = -1; other <= size; other++)
                if (other != index) Assert.False((proof with { Index = other }).Verify(Hash, leaf, root));
        }, iter: 150, threads: 2);
    }

    [Fact]
    public async Task Consistency_Touched_IsRefused()
    {
        var log = await TestLog.OfAsync(Hash, 700);
        await Gen.Select(Gen.Int[1, 700], Gen.Int[0, 699], Gen.Int[0, 1 << 20]).SampleAsync(async (second, pick, where) =>
        {
            var first = 1 + pick % second;
            var proof = await log.Log.ProveConsistencyAsync(first, second);
            var (old, root) = (await log.Log.RootAsync(first), await log.Log.RootAsync(second));
            Assert.True(proof.Verify(Hash, old, root));
            foreach (var path in Touched(proof.Path, where)) Assert.False((proof with { Path = path }).Verify(Hash, old, root));
            Assert.False(proof.Verify(Hash, Flip(old, where), root));
            Assert.False(proof.Verify(Hash, old, Flip(root, where)));
            if (first != second) Assert.False(proof.Verify(Hash, root, old));
        }, iter: 300, threads: 2);
    }

    [Fact]
    public void EmptyLog_IsTheBeginningOfAnyLogButOfNoOtherRoot()
    {
        var proof = new ConsistencyProof(0, 5, []);
        Assert.True(proof.Verify(Hash, Hash.Empty, new byte[32]));
        Assert.False(proof.Verify(Hash, new byte[32], new byte[32]));
        Assert.False((proof with { Path = [new byte[32]] }).Verify(Hash, Hash.Empty, new byte[32]));
    }

    [Fact]
    public void Nonsense_IsFalse_NotAnError() =>
        Gen.Select(Gen.Long, Gen.Long, Gen.Byte.Array[0, 40].Null().Array[0, 70].Null(), Gen.Byte.Array[0, 40]).Sample((a, b, path, root) =>
        {
            Assert.False(new InclusionProof(a, b, path!).Verify(Hash, new byte[32], root));
            Assert.False(new ConsistencyProof(a, b, path!).Verify(Hash, new byte[32], root));
            Assert.False(new ConsistencyProof(Math.Min(a, b), Math.Max(a, b), path!).Verify(Hash, new byte[32], root));
        }, iter: 2000);

    [Fact]
    public void Proofs_TravelAsJson()
    {
        var inclusion = InclusionProof.Read("""{"index":1,"size":3,"path":["AAE="]}""").Value!;
        Assert.Equal((1L, 3L, (byte)1), (inclusion.Index, inclusion.Size, inclusion.Path[0][1]));
        var consistency = ConsistencyProof.Read("""{"first":1,"second":3,"path":[]}""").Value!;
        Assert.Equal((1L, 3L, 0), (consistency.First, consistency.Second, consistency.Path.Count));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"index":1,"size":3}""")]
    [InlineData("""{"index":1,"size":3,"path":null}""")]
    [InlineData("""{"index":1,"size":3,"path":[null]}""")]
    [InlineData("""{"index":1,"size":3,"path":["?"]}""")]
    [InlineData("""{"index":1.5,"size":3,"path":[]}""")]
    [InlineData("""{"index":"1","size":3,"path":[]}""")]
    [InlineData("""{"index":1,"index":2,"size":3,"path":[]}""")]
    [InlineData("""{"index":1,"size":99999999999999999999,"path":[]}""")]
    [InlineData("""{"Index":1,"size":3,"path":[]}""")]
    [InlineData("""{"index":1,"size":3,"path":[],"more":1}""")]
    public void MalformedProof_IsAProblemInBothLanguages(string json)
    {
        var problem = InclusionProof.Read(json).Problem!;
        Assert.NotEmpty(problem.Zh);
        Assert.NotEmpty(problem.En);
        Assert.False(ConsistencyProof.Read(json).Ok);
    }

    private static IEnumerable<List<byte[]>> Touched(IReadOnlyList<byte[]> path, int where)
    {
        yield return [.. path, new byte[32]];
        yield return [new byte[32], .. path];
        if (path.Count == 0) yield break;
        var at = where % path.Count;
        yield return [.. path.Take(at), Flip(path[at], where), .. path.Skip(at + 1)];
        yield return [.. path.Take(at), path[at][..31], .. path.Skip(at + 1)];
        yield return [.. path.Take(at), .. path.Skip(at + 1)];
        yield return [.. path.Take(at), path[at], .. path.Skip(at)];
        if (path.Count > 1) yield return [.. path.Skip(1), path[0]];
    }

    private static byte[] Flip(byte[] hash, int bit)
    {
        byte[] flipped = [.. hash];
        flipped[bit / 8 % flipped.Length] ^= (byte)(1 << bit % 8);
        return flipped;
    }
}
