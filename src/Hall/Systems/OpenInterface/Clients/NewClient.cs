using Tongban.Hall.Platform.Packages;

namespace Tongban.Hall.Systems.OpenInterface.Clients;

/// <summary>What a program may ask for, and where people are led back to.</summary>
public sealed record ClientTerms
{
    /// <summary>Of the API (<see cref="OAuth.Scopes"/>) or of sign-on (<see cref="SignOn.SignOnScopes"/>).</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    public IReadOnlyList<string> RedirectUris { get; init; } = [];

    public IReadOnlyList<string> AfterSignOutUris { get; init; } = [];
}

public sealed record NewClient
{
    public required string Id { get; init; }
    public required string Owner { get; init; }
    public required string OwnerName { get; init; }
    public bool ForStaff { get; init; }
    public required Text Name { get; init; }
    public required Text Why { get; init; }
    public required ClientTerms Terms { get; init; }
}

/// <summary>A registration as it stands.</summary>
public sealed record ClientView(Client Client, ClientTerms Terms);
