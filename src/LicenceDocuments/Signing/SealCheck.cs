using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.X509;

namespace Tongban.LicenceDocuments.Signing;

/// <summary>What checking a seal came to.</summary>
/// <param name="Problem">Why it does not hold; null when it does.</param>
/// <param name="Certificate">Whose seal it is: one of the trusted certificates; null when it is none of them.</param>
/// <param name="SignedAt">When it was set, as the seal says (UTC); a bare signature does not say.</param>
public sealed record SealCheck(DocumentProblem? Problem, X509Certificate? Certificate, DateTimeOffset? SignedAt)
{
    /// <summary>The content is what was sealed, and the seal is trusted.</summary>
    public bool Holds => Problem is null;

    /// <summary>The authority's name in the certificate.</summary>
    public string? Signer => NameOf(X509Name.O);

    /// <summary>The authority's USCC in the certificate.</summary>
    public string? SignerCode => NameOf(X509Name.OU);

    private string? NameOf(Org.BouncyCastle.Asn1.DerObjectIdentifier part) =>
        Certificate?.SubjectDN.GetValueList(part) is [var name, ..] ? name : null;
}
