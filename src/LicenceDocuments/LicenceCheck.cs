using Org.BouncyCastle.X509;

namespace Tongban.LicenceDocuments;

/// <summary>One thing that was checked, and how it came out.</summary>
public sealed record CheckFinding(bool Ok, string Zh, string En);

/// <summary>What checking a document came to. <see cref="Genuine"/>: intact, and sealed by somebody who is trusted.</summary>
public sealed record LicenceCheck(IReadOnlyList<CheckFinding> Findings, DocumentContent? Content, X509Certificate? Signer, DateTimeOffset? SignedAt)
{
    /// <summary>Everything that was checked holds.</summary>
    public bool Genuine => Content is not null && Findings.All(f => f.Ok);
}
