using Tongban.Hall.Platform.Personal;

namespace Tongban.Hall.Services.Identity.RealName;

public enum RealNameStatus
{
    /// <summary>Number and name belong together; each proof was compared.</summary>
    Known,

    /// <summary>They do not, or nobody has the number.</summary>
    Unknown,

    /// <summary>No answer in time.</summary>
    Unavailable,

    /// <summary>An answer that must not be used.</summary>
    Untrusted,
}

/// <param name="Reference">The account for which it is asked.</param>
public sealed record RealNameQuestion(Sensitive CitizenNumber, Sensitive Name, IReadOnlyList<Proof> Proofs, string Purpose, string Reference);

/// <summary>What proves, also years later, what the provider said: its signature over the request's id and the answer's hash, and the key trusted then.</summary>
public sealed record RealNameEvidence(string RequestId, string Hash, string Signature, string Key);

/// <param name="Matches">The proofs that belong to the person.</param>
public sealed record RealNameAnswer(RealNameStatus Status, IReadOnlyList<ProofKind> Matches, RealNameEvidence? Evidence = null, string? Problem = null);

/// <summary>Compares what a person shows with what the authorities and banks have. One folder in Connectors/ for each real protocol; all pass the same contract test.</summary>
public interface IRealNameProvider
{
    /// <summary>Never throws for the provider's failure: the answer says what happened.</summary>
    Task<RealNameAnswer> AskAsync(RealNameQuestion question, CancellationToken stop);
}
