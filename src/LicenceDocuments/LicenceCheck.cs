using Org.BouncyCastle.X509;

namespace Tongban.LicenceDocuments;

/// <summary>One thing that was checked, and how it came out.</summary>
public sealed record CheckFinding(bool Ok, string Zh, string En);

/// <summary>What checking a document came to. <see cref="Genuine"/>: intact, and sealed by somebody who is trusted.</summary>
/// <param name="Findings">What was checked, for people, in the order of checking; ends with the first failure.</param>
/// <param name="Content">What the document says; null unless it is genuine: what nobody vouches for is not shown.</param>
/// <param name="Signer">Whose seal it is: one of the trusted certificates, or null.</param>
/// <param name="SignedAt">When it was sealed (UTC), where the seal says so.</param>
public sealed record LicenceCheck(IReadOnlyList<CheckFinding> Findings, DocumentContent? Content, X509Certificate? Signer, DateTimeOffset? SignedAt)
{
    /// <summary>Everything that was checked holds.</summary>
    public bool Genuine => Problem is null && Content is not null;

    /// <summary>Why it is not genuine; null when it is.</summary>
    public DocumentProblem? Problem { get; init; }

    /// <summary>电子证照标识, when the document is a genuine licence.</summary>
    public string? Identifier => Content?.Identifier;
}
