namespace Tongban.Hall.Services.Identity.Upstream;

/// <summary>What a provider said of the person who signed in there.</summary>
public sealed record Vouched
{
    public required string Issuer { get; init; }

    /// <summary>The person's lasting name at that provider.</summary>
    public required string Subject { get; init; }

    public string? Name { get; init; }
    public string? CitizenNumber { get; init; }
    public RealNameLevel? Level { get; init; }

    /// <summary>Nothing of the person.</summary>
    public override string ToString() => $"{Issuer} {Level}";
}
