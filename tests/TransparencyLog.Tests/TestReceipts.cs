using System.Text;
using Tongban.Sm;

namespace Tongban.TransparencyLog.Tests;

/// <summary>Receipts of a case of three steps in a ledger with others before and after.</summary>
internal static class TestReceipts
{
    public const string Origin = "ledger.city.example";

    public static readonly Sm2Key Key = Sm2Key.Generate();

    private static readonly DateTimeOffset Start = new(2026, 1, 31, 8, 0, 0, TimeSpan.Zero);
    private static readonly string[] Events = ["CaseSubmitted", "CaseDecided", "LicenceIssued"];

    public static Receipt Promised(string theCase = "case") => new Receipt
    {
        Origin = Origin,
        Hash = LogHash.Sm3.Name,
        CaseNumber = "44030000120260131000001X",
        IssuedAt = Start.AddSeconds(3),
        Entries = [.. Events.Select((e, i) => Entry(theCase, e, i))],
    }.Sign(Key);

    public static async Task<Receipt> ProvedAsync(string theCase = "case", int after = 200)
    {
        var promised = Promised(theCase);
        var log = await TestLog.OfAsync(LogHash.Sm3, 400);
        await log.AppendAsync(promised.Entries.Select(e => LogHash.Sm3.Leaf(e.Leaf)));
        await log.GrowAsync(after);
        var entries = new List<ReceiptEntry>();
        foreach (var entry in promised.Entries)
            entries.Add(entry with { Proof = await log.Log.ProveInclusionAsync(400 + entries.Count, log.Size) });
        var head = new Checkpoint(Origin, log.Size, log.Root, Start.AddSeconds(2)).Sign(Key, "city");
        return (promised with { Entries = entries, Checkpoint = head.Text }).Sign(Key);
    }

    public static Receipt With(this Receipt receipt, ReceiptEntry first) =>
        receipt with { Entries = [first, .. receipt.Entries.Skip(1)] };

    private static ReceiptEntry Entry(string theCase, string what, int number)
    {
        var opening = new Opening([.. Enumerable.Repeat((byte)number, 16)], $$"""{"number":{{number}},"note":"{{new string('x', 300)}}"}""");
        return new()
        {
            Opening = opening,
            Leaf = new Leaf
            {
                Id = $"{number}",
                At = Start.AddSeconds(number),
                Event = what,
                Case = theCase,
                Actor = "actor",
                Payload = Convert.ToHexStringLower(Commitment.Of(LogHash.Sm3, opening.Salt, Encoding.UTF8.GetBytes(opening.Payload))),
                Rows = [],
            }.Encode(),
        };
    }
}
