using System.Text.Json;
using System.Text.Json.Nodes;
using Tongban.Decisions;

namespace Tongban.Hall.Platform.Packages.Rules;

/// <summary>
/// Instant approval. It only ever grants: an error, a missing or old fact, or two rules that disagree
/// send the case to a person with the reason (个人信息保护法 art. 24).
/// </summary>
public static class PackageRules
{
    internal const string Outcome = "结果", Grant = "准予";

    public static RuleOutcome Decide(ServicePackage package, Grounds grounds)
    {
        if (package.Instant is not { Enabled: true } instant || package.Rules?.Decision(instant.Decision) is not { Table: { } table } decision)
            return new RuleOutcome { Verdict = RuleVerdict.NeedsPerson, Reasons = [RuleReasons.NotInstant], PackageVersion = package.Version.Hash };

        var facts = FactCheck.Of(package, instant, grounds);
        var context = PackageScope.Values(package, facts.Usable);
        var evaluation = decision.Evaluate(context, new EvaluationOptions
        {
            Explain = true,
            WantedOutput = new FeelContext { [Outcome] = Grant },
        });
        var columns = new RuleColumns(package, table);
        var hit = Hit(table, evaluation);
        var missing = hit is null ? [] : columns.Missing(hit, facts);
        var granted = hit is not null && missing.Count == 0 && evaluation.Diagnostics.All(d => d.Severity != Severity.Error);
        var nearest = RuleReasons.Nearest(evaluation);
        var rule = hit ?? nearest?.Rule;
        var reasons = granted
            ? [RuleReasons.Granted(hit!)]
            : new RuleReasons(package, instant, columns, facts, context).Of(hit is null ? nearest?.Failed ?? [] : missing);
        return new RuleOutcome
        {
            Verdict = granted ? RuleVerdict.Granted : RuleVerdict.NeedsPerson,
            Reasons = reasons,
            Outputs = granted ? Json(evaluation.Value) : [],
            RuleId = rule?.Id,
            RuleNumber = rule?.Index,
            Cells = [.. (rule?.Cells ?? []).Select(c => new RuleCell(c.Input, c.Test, c.Value.ToText(), c.Outcome))],
            Parameters = columns.Parameters(rule, grounds.Today),
            Facts = [.. package.Registries.Where(r => r.NeededFor.HasFlag(NeededFor.Decision)).Select(r => Used(r, grounds))],
            Missing = [.. reasons.Where(r => r.Kind is ReasonKind.Missing or ReasonKind.RegistryUnavailable or ReasonKind.RegistryNoRecord or ReasonKind.FactsTooOld).Select(r => r.About!).Distinct()],
            PackageVersion = package.Version.Hash,
            RulesHash = package.Rules.ContentHash,
            Explanation = evaluation.Explanation,
        };
    }

    /// <summary>The rule that gave the outcome, if the outcome is to grant.</summary>
    private static RuleTrace? Hit(DmnTable table, Evaluation evaluation) =>
        evaluation.Value.TryGetContext(out var outputs) && outputs[Outcome].TryGetString(out var outcome) && outcome == Grant
        && evaluation.HitRules is [var first, ..] && (evaluation.HitRules.Count == 1 || table.HitPolicy == "F")
            ? evaluation.Explanation?.Rules.FirstOrDefault(r => r.Index == first)
            : null;

    private static UsedFacts Used(RegistryUse registry, Grounds grounds)
    {
        var fact = grounds.Facts.GetValueOrDefault(registry.Name);
        return new UsedFacts(registry.Name, registry.Title, fact?.State, fact?.AsOf, fact?.Values?.DeepClone().AsObject());
    }

    internal static JsonObject Json(FeelValue value)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            value.ToJson(writer);
        return JsonNode.Parse(stream.ToArray()) as JsonObject ?? [];
    }
}
