using System.Text;
using Tongban.Sm;
using Tongban.TransparencyLog;

namespace Tongban.Verify.Tests;

/// <summary>A ledger of one step that grows to eight.</summary>
internal sealed class SmallLedger(Sm2Key key) : ITileReader
{
    public const string Origin = "ledger.city.example";

    public static readonly DateTimeOffset At = new(2026, 1, 31, 8, 0, 0, TimeSpan.Zero);

    private static readonly Opening Content = new([.. Enumerable.Repeat((byte)7, 16)], """{"granted":true}""");

    private static readonly byte[] Step = new Leaf
    {
        Id = "1",
        At = At,
        Event = "CaseDecided",
        Case = "c",
        Actor = "a",
        Payload = Convert.ToHexStringLower(Commitment.Of(LogHash.Sm3, Content.Salt, Encoding.UTF8.GetBytes(Content.Payload))),
        Rows = [],
    }.Encode();

    private readonly Dictionary<(int, long), byte[]> tiles = [];

    public async Task<Receipt> ReceiptAsync(bool proved)
    {
        var head = await GrowAsync(0, [LogHash.Sm3.Leaf(Step)]);
        return new Receipt
        {
            Origin = Origin,
            Hash = "SM3",
            CaseNumber = "SAMPLE-1",
            IssuedAt = At,
            Entries = [new() { Leaf = Step, Opening = Content, Proof = proved ? new InclusionProof(0, 1, []) : null }],
            Checkpoint = proved ? head : null,
        }.Sign(key);
    }

    public async Task<(string Older, string Newer, string Proof)> GrowthAsync()
    {
        var older = await GrowAsync(0, [LogHash.Sm3.Leaf(Step)]);
        var newer = await GrowAsync(1, [.. Enumerable.Range(0, 7).Select(i => LogHash.Sm3.Leaf([(byte)i]))]);
        var proof = await new MerkleLog(LogHash.Sm3, this).ProveConsistencyAsync(1, 8);
        return (older, newer, $$"""{"first":1,"second":8,"path":[{{string.Join(',', proof.Path.Select(p => $"\"{Convert.ToBase64String(p)}\""))}}]}""");
    }

    public ValueTask<byte[]?> ReadAsync(TileId id, CancellationToken cancellationToken = default) =>
        new(tiles.TryGetValue((id.Level, id.Index), out var tile) ? tile[..(id.Width * 32)] : null);

    private async Task<string> GrowAsync(long size, byte[][] leaves)
    {
        var growth = await new MerkleLog(LogHash.Sm3, this).AppendAsync(size, leaves);
        foreach (var (id, hashes) in growth.Tiles) tiles[(id.Level, id.Index)] = hashes;
        return new Checkpoint(Origin, growth.Size, growth.Root, At).Sign(key, "city").Text;
    }
}
