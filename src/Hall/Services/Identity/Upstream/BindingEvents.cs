using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Services.Identity.Upstream;

public sealed record ProviderBound(Guid AccountId, string Issuer) : IEvent
{
    public Guid? CaseId => null;
}

/// <summary>The owner ended it; sessions that began through it are over.</summary>
public sealed record ProviderUnbound(Guid AccountId, string Issuer) : IEvent
{
    public Guid? CaseId => null;
}
