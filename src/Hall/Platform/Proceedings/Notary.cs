using System.Text.Json;
using Tongban.Hall.Platform.Keys;
using Tongban.TransparencyLog;

namespace Tongban.Hall.Platform.Proceedings;

/// <summary>Writes the leaf of a proceeding: pseudonyms and salted commitments, no personal data.</summary>
public sealed class Notary(HallKeys keys, CityTime time)
{
    public static readonly LogHash Hash = LogHash.Sm3;

    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public ProceedingEntry Attest(Proceeding proceeding, IEvent what, IReadOnlyList<RowChange> rows)
    {
        var salt = Salt.New();
        var payload = JsonSerializer.Serialize(what, what.GetType(), Json);
        var entry = new ProceedingEntry
        {
            Id = Ids.Next(time.Now),
            At = proceeding.At,
            ActorKind = proceeding.Actor.Kind,
            ActorId = proceeding.Actor.Id,
            PartyId = proceeding.For?.PartyId,
            MandateId = proceeding.For?.MandateId,
            Office = proceeding.Office,
            Reason = proceeding.Reason,
            Kiosk = proceeding.Kiosk,
            Event = what.GetType().Name,
            CaseId = what.CaseId,
            Payload = payload,
            Salt = salt,
            Leaf = [],
            LeafHash = [],
        };
        entry.Leaf = LeafOf(entry, [.. rows.Select(r => Bind(r, salt))]).Encode();
        entry.LeafHash = Hash.Leaf(entry.Leaf);
        return entry;
    }

    /// <summary>The leaf that an entry must have, given the commitments to its rows.</summary>
    public Leaf LeafOf(ProceedingEntry entry, IReadOnlyList<LeafRow> rows) => new()
    {
        Id = entry.Id.ToString(),
        At = entry.At,
        Event = entry.Event,
        Case = entry.CaseId is { } id ? CasePseudonym(id) : null,
        Actor = Pseudonym.Of(Hash, keys.Pseudonym, "actor", $"{entry.ActorKind}:{entry.ActorId}"),
        For = (entry.PartyId, entry.MandateId) is (null, null) ? null : Pseudonym.Of(Hash, keys.Pseudonym, "for", $"{entry.PartyId}:{entry.MandateId}"),
        Office = entry.Office,
        Payload = Convert.ToHexStringLower(Commitment.Of(Hash, entry.Salt, PayloadBytes(entry))),
        Rows = rows,
    };

    public string CasePseudonym(Guid caseId) => Pseudonym.Of(Hash, keys.Pseudonym, "case", caseId.ToString());

    public static LeafRow Bind(RowChange row, byte[] salt) => new()
    {
        Table = row.Table,
        Key = row.Key,
        Operation = row.Operation switch { RowOperation.Insert => "i", RowOperation.Delete => "d", _ => "u" },
        Hash = Convert.ToHexStringLower(Commitment.Of(Hash, salt, row.Content.Span)),
    };

    /// <summary>What the payload commitment opens to: the kiosk, if it happened at one, the event, and the reason if one was given.
    /// An event begins with a brace, so no kiosk can be taken for one.</summary>
    public static byte[] PayloadBytes(ProceedingEntry entry) => System.Text.Encoding.UTF8.GetBytes(
        (entry.Kiosk is null ? "" : $"kiosk {entry.Kiosk}\n") + entry.Payload + (entry.Reason is null ? "" : $"\n{entry.Reason}"));
}
