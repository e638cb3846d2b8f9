using System.Text.Json;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Packages.Rules;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Cases;

/// <summary>What became of a submission: the rules' outcome, and why a person decides where they did not grant.</summary>
public sealed record Judgement(RuleOutcome Rules, ReferralCause? Cause)
{
    public bool Granted => Rules.Granted;
}

/// <summary>秒批: the rules may only grant. No match, a silent register, an ambiguity, a wish for a person: all go to a person.</summary>
public static class InstantApproval
{
    private static readonly Reason Asked = new(ReasonKind.NotInstant, new("您选择了由工作人员办", "You asked for a person to decide"));

    public static Judgement Judge(HandedIn handedIn)
    {
        var package = handedIn.Package;
        if (handedIn.Options.AskPerson)
            return new Judgement(new RuleOutcome { Verdict = RuleVerdict.NeedsPerson, Reasons = [Asked], PackageVersion = package.Version.Hash }, ReferralCause.AskedByApplicant);
        var rules = PackageRules.Decide(package, handedIn.Grounds);
        return new Judgement(rules, rules.Granted ? null : CauseOf(rules));
    }

    /// <summary>Writes acceptance and decision: the legal start and end of the case, in one step.</summary>
    public static void Grant(HallDb writing, HandedIn handedIn, Judgement judged, Letters letters)
    {
        var id = handedIn.Draft.Id;
        writing.Add(new Acceptance
        {
            CaseId = id,
            At = handedIn.At,
            AcceptedOn = handedIn.Today,
            StatutoryDueOn = letters.StatutoryDueOn,
            PromisedDueOn = letters.PromisedDueOn,
            ByRules = true,
        });
        writing.Record(new CaseAccepted(id, letters.Acceptance!.Number, letters.StatutoryDueOn, letters.PromisedDueOn, ByRules: true));
        writing.Add(new Decision { CaseId = id, At = handedIn.At, Granted = true, ByRules = true, Explanation = Json(judged.Rules) });
        writing.Record(new CaseDecided(id, Granted: true, ByRules: true, letters.Decision!.Number, letters.Licence!.Identifier));
    }

    /// <summary>Writes down that a person decides, and why.</summary>
    public static void Refer(HallDb writing, HandedIn handedIn, Judgement judged)
    {
        var id = handedIn.Draft.Id;
        writing.Add(new Referral { CaseId = id, At = handedIn.At, Cause = judged.Cause!.Value, Reasons = Json(judged.Rules) });
        writing.Record(new CaseReferred(id, judged.Cause.Value.ToString()));
    }

    public static RuleOutcome? Read(string? json) => json is null ? null : JsonSerializer.Deserialize<RuleOutcome>(json, Notary.Json);

    private static string Json(RuleOutcome rules) => JsonSerializer.Serialize(rules, Notary.Json);

    private static ReferralCause CauseOf(RuleOutcome rules) =>
        rules.Reasons.Any(r => r.Kind is ReasonKind.RegistryUnavailable or ReasonKind.FactsTooOld) ? ReferralCause.RegistryUnavailable
        : rules.Reasons.Any(r => r.Kind == ReasonKind.Ambiguous) ? ReferralCause.Ambiguous
        : ReferralCause.RulesDidNotMatch;
}
