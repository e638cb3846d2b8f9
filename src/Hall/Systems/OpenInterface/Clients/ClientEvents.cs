using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Systems.OpenInterface.Clients;

public sealed record ClientRegistered(string ClientId, IReadOnlyList<string> Scopes) : IEvent
{
    public Guid? CaseId => null;
}

/// <summary>Its addresses or scopes changed.</summary>
public sealed record ClientChanged(string ClientId, IReadOnlyList<string> Scopes) : IEvent
{
    public Guid? CaseId => null;
}

public sealed record ClientSecretRenewed(string ClientId) : IEvent
{
    public Guid? CaseId => null;
}

/// <summary>It was suspended, taken back or ended.</summary>
public sealed record ClientStateChanged(string ClientId, ClientState State) : IEvent
{
    public Guid? CaseId => null;
}
