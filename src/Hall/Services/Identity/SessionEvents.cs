using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Services.Identity;

/// <param name="Replaces">The session that the same browser had until now.</param>
public sealed record SignedIn(Guid AccountId, Guid SessionId, SignInMethod By, Guid? Replaces = null) : IEvent
{
    public Guid? CaseId => null;
}

/// <summary>Sessions were ended by their owner, or because the account's guard changed.</summary>
public sealed record SignedOut(Guid AccountId, IReadOnlyList<Guid> Sessions) : IEvent
{
    public Guid? CaseId => null;
}
