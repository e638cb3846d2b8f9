using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Services.Identity;

/// <summary>An account was opened for a person whose name and number the population register confirmed (or the demo city invented).</summary>
public sealed record AccountOpened(Guid AccountId, RealNameLevel Level) : IEvent
{
    public Guid? CaseId => null;
}

/// <summary>Something that guards the account changed: password, failed attempts, lock, mobile.</summary>
public sealed record AccountGuardChanged(Guid AccountId) : IEvent
{
    public Guid? CaseId => null;
}

public sealed record SignedIn(Guid AccountId, Guid SessionId) : IEvent
{
    public Guid? CaseId => null;
}

public sealed record SignedOut(Guid AccountId, Guid SessionId) : IEvent
{
    public Guid? CaseId => null;
}
