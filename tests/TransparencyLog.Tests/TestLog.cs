using System.Globalization;
using System.Text;

namespace Tongban.TransparencyLog.Tests;

/// <summary>A log in memory, with its leaves kept beside it for the naive tree.</summary>
internal sealed class TestLog : ITileReader
{
    private readonly List<byte[]> leaves = [];

    public TestLog(LogHash hash) => (Hash, Log) = (hash, new MerkleLog(hash, this));

    public LogHash Hash { get; }

    public MerkleLog Log { get; }

    public Dictionary<(int Level, long Index), byte[]> Tiles { get; } = [];

    public long Size { get; private set; }

    public byte[] Root { get; private set; } = [];

    public IReadOnlyList<byte[]> Leaves => leaves;

    public NaiveTree Naive => new(Hash, leaves);

    public static async Task<TestLog> OfAsync(LogHash hash, int size)
    {
        var log = new TestLog(hash);
        await log.GrowAsync(size);
        return log;
    }

    public Task<Growth> GrowAsync(int count) => AppendAsync(Enumerable.Range(leaves.Count, count)
        .Select(i => Hash.Leaf(Encoding.ASCII.GetBytes(i.ToString(CultureInfo.InvariantCulture)))));

    public async Task<Growth> AppendAsync(IEnumerable<byte[]> leafHashes)
    {
        byte[][] added = [.. leafHashes];
        var growth = await Log.AppendAsync(Size, added);
        foreach (var (id, hashes) in growth.Tiles) Tiles[(id.Level, id.Index)] = hashes;
        leaves.AddRange(added);
        (Size, Root) = (growth.Size, growth.Root);
        return growth;
    }

    public ValueTask<byte[]?> ReadAsync(TileId id, CancellationToken cancellationToken = default) =>
        new(Tiles.TryGetValue((id.Level, id.Index), out var tile) && tile.Length >= id.Width * Hash.Size ? tile[..(id.Width * Hash.Size)] : null);
}
