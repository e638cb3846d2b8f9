using CsCheck;

namespace Tongban.TransparencyLog.Tests;

public class MerkleLogTests
{
    private const int Small = 300;
    private const int Large = 70_000;

    [Fact]
    public async Task EveryLogUpTo300_HasTheNaiveRootsAndProofs()
    {
        var log = await TestLog.OfAsync(LogHash.Sm3, Small);
        var naive = log.Naive;
        for (var size = 0; size <= Small; size++)
        {
            var root = naive.Root(0, size);
            Assert.Equal(root, await log.Log.RootAsync(size));
            foreach (var index in Places(size))
            {
                var proof = await log.Log.ProveInclusionAsync(index, size);
                Same(naive.Path(index, 0, size), proof.Path);
                Assert.True(proof.Verify(LogHash.Sm3, log.Leaves[index], root));
            }
        }
    }

    [Fact]
    public async Task EveryLogUpTo300_HasTheNaiveConsistencyProofs()
    {
        var log = await TestLog.OfAsync(LogHash.Sha256, Small);
        var naive = log.Naive;
        for (var second = 0; second <= Small; second++)
            foreach (var first in Places(second + 1))
            {
                var proof = await log.Log.ProveConsistencyAsync(first, second);
                Same(naive.Proof(first, second), proof.Path);
                Assert.True(proof.Verify(LogHash.Sha256, naive.Root(0, first), naive.Root(0, second)));
            }
    }

    [Fact]
    public async Task OneByOne_GrowsTheSameTreeAsAllAtOnce()
    {
        var slow = new TestLog(LogHash.Sm3);
        for (var i = 0; i < 600; i++)
        {
            await slow.GrowAsync(1);
            if (i is 0 or 255 or 256 or 511 or 512 or 599) Assert.Equal(slow.Naive.Root(0, i + 1), slow.Root);
        }
        var fast = await TestLog.OfAsync(LogHash.Sm3, 600);
        Assert.Equal(fast.Tiles.OrderBy(t => t.Key).Select(t => Convert.ToHexString(t.Value)), slow.Tiles.OrderBy(t => t.Key).Select(t => Convert.ToHexString(t.Value)));
    }

    [Fact]
    public async Task Tiles_FollowTheTileLayout()
    {
        var log = new TestLog(LogHash.Sm3);
        var growth = await log.GrowAsync(256 * 256 + 300);
        Assert.Equal(
            [new TileId(0, 256, 256), new TileId(0, 257, 44), new TileId(1, 0, 256), new TileId(1, 1, 1), new TileId(2, 0, 1)],
            growth.Tiles.Select(t => t.Id).Where(id => id.Level > 0 || id.Index >= 256).OrderBy(id => (id.Level, id.Index)));
        Assert.Equal(log.Naive.Root(256, 512), log.Tiles[(1, 0)][32..64]);
        Assert.Equal(log.Naive.Root(0, 65536), log.Tiles[(2, 0)]);
    }

    [Fact]
    public async Task AnyLogGrownInAnySteps_HasTheNaiveRootAndProofs() =>
        await Gen.Select(Gen.Int[1, Large], Gen.Int[1, 9000].Array[1, 12], Gen.Bool, Gen.Int[0, int.MaxValue].Array[6]).SampleAsync(async (most, steps, sm3, picks) =>
        {
            var log = new TestLog(sm3 ? LogHash.Sm3 : LogHash.Sha256);
            foreach (var step in steps.Append(most)) await log.GrowAsync((int)Math.Min(step, Large - log.Size));
            var (naive, size) = (log.Naive, (int)log.Size);
            Assert.Equal(naive.Root(0, size), log.Root);
            foreach (var pick in picks)
            {
                var (index, part) = (pick % size, 1 + pick % size);
                var inclusion = await log.Log.ProveInclusionAsync(index, size);
                Same(naive.Path(index, 0, size), inclusion.Path);
                Assert.True(inclusion.Verify(log.Hash, log.Leaves[index], log.Root));
                Assert.Equal(naive.Root(0, part), await log.Log.RootAsync(part));
                var consistency = await log.Log.ProveConsistencyAsync(part, size);
                Same(naive.Proof(part, size), consistency.Path);
                Assert.True(consistency.Verify(log.Hash, naive.Root(0, part), log.Root));
            }
        }, iter: 12, threads: 2);

    [Fact]
    public async Task AppendingNothing_ChangesNothing()
    {
        var log = await TestLog.OfAsync(LogHash.Sm3, 5);
        var growth = await log.Log.AppendAsync(5, []);
        Assert.Equal((5L, true, 0), (growth.Size, growth.Root.AsSpan().SequenceEqual(log.Root), growth.Tiles.Count));
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public async Task LostOrShortenedTile_IsNamed(int level, long index)
    {
        var log = await TestLog.OfAsync(LogHash.Sm3, 1000);
        var whole = log.Tiles[(level, index)];

        log.Tiles.Remove((level, index));
        Assert.Equal((level, index), await MissingAsync());
        log.Tiles[(level, index)] = whole[..^32];
        Assert.Equal((level, index), await MissingAsync());

        async Task<(int, long)> MissingAsync()
        {
            var lost = await Assert.ThrowsAsync<MissingTileException>(async () =>
            {
                await log.Log.ProveInclusionAsync(300, 1000);
                await log.Log.AppendAsync(1000, [new byte[32]]);
            });
            return (lost.Id.Level, lost.Id.Index);
        }
    }

    [Fact]
    public async Task WrongUse_IsRefused()
    {
        var log = (await TestLog.OfAsync(LogHash.Sm3, 3)).Log;
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await log.ProveInclusionAsync(3, 3));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await log.ProveInclusionAsync(-1, 3));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await log.ProveConsistencyAsync(3, 2));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await log.RootAsync(-1));
        await Assert.ThrowsAsync<ArgumentException>(async () => await log.AppendAsync(3, [new byte[31]]));
    }

    // All places of small trees; of larger ones every eleventh and the ends of tiles and tree.
    private static IEnumerable<int> Places(int size) =>
        Enumerable.Range(0, size).Where(i => size <= 140 || i % 11 == size % 11 || i is 127 or 128 or 255 or 256 || i == size - 1);

    // Assert.Equal of lists of arrays takes longer than the proofs.
    private static void Same(List<byte[]> expected, IReadOnlyList<byte[]> path) =>
        Assert.True(expected.Count == path.Count && expected.Zip(path).All(p => p.First.AsSpan().SequenceEqual(p.Second)));
}
