namespace Tongban.Hall.Cases;

/// <summary>转人工: why the rules did not grant at once, and that a person decides. Never a refusal.</summary>
public sealed class Referral
{
    public Guid CaseId { get; init; }
    public DateTimeOffset At { get; init; }
    public ReferralCause Cause { get; init; }

    /// <summary>JSON: the reasons in both languages, the rules' explanation where there is one.</summary>
    public required string Reasons { get; init; }
}

public enum ReferralCause { RulesDidNotMatch, RegistryUnavailable, Ambiguous, AskedByApplicant }
