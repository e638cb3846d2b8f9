namespace Tongban.Hall.Platform.Proceedings;

/// <summary>A proceeding as it is kept: written once, never changed, but for its place in the ledger and for erasure with a person.</summary>
public sealed class ProceedingEntry
{
    public Guid Id { get; init; }
    public DateTimeOffset At { get; init; }
    public ActorKind ActorKind { get; init; }
    public required string ActorId { get; init; }

    /// <summary>For whom the actor acted, and by which mandate; null: for himself.</summary>
    public Guid? PartyId { get; init; }

    public Guid? MandateId { get; init; }
    public string? Office { get; init; }
    public string? Reason { get; set; }

    /// <summary>The registered kiosk at which it happened.</summary>
    public string? Kiosk { get; init; }

    public required string Event { get; init; }
    public Guid? CaseId { get; init; }
    public required string Payload { get; set; }

    /// <summary>What keeps the commitments in the leaf from being guessed; erased with a person.</summary>
    public required byte[] Salt { get; set; }

    /// <summary>Its commitments can no longer be opened. That this was rightly done, another entry says.</summary>
    public bool IsErased => Salt.Length == 0 && Payload.Length == 0 && Reason is null;

    public void Erase() => (Payload, Reason, Salt) = ("", null, []);

    public required byte[] Leaf { get; set; }
    public required byte[] LeafHash { get; set; }

    /// <summary>Place in the ledger; null until the sequencer has set it.</summary>
    public long? Sequence { get; set; }
}
