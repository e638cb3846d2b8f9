using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Services.Identity.Mandates;

/// <summary>One side signed; the other is asked.</summary>
public sealed record MandateOffered(Guid MandateId, Guid PartyId, string Kind, string TextHash) : IEvent
{
    public Guid? CaseId => null;
}

/// <summary>The other side signed too, or said no.</summary>
public sealed record MandateAnswered(Guid MandateId, Guid PartyId, bool Accepted, string TextHash) : IEvent
{
    public Guid? CaseId => null;
}

/// <summary>It holds by the register, or by papers seen at a window.</summary>
public sealed record MandateEntered(Guid MandateId, Guid PartyId, string Kind) : IEvent
{
    public Guid? CaseId => null;
}

public sealed record MandatesEnded(IReadOnlyList<Guid> Mandates, string Why) : IEvent
{
    public Guid? CaseId => null;
}

/// <summary>From now on the session acts for another, or for its own person again.</summary>
public sealed record ActsFor(Guid AccountId, Guid SessionId, Guid? PartyId, Guid? MandateId) : IEvent
{
    public Guid? CaseId => null;
}
