using Tongban.Decisions;

namespace Tongban.Hall.Platform.Packages.Loading.Checks;

/// <summary>The table can grant, takes only what the package has, and every column has words for the applicant.</summary>
internal static class RulesCheck
{
    private const string Outcome = "结果", Grant = "\"准予\"";

    public static void Run(PackageDraft draft)
    {
        if (draft.Package.Rules is { } rules)
            CheckInputs(draft, rules);
        if (draft.Package.Instant is not { } instant)
            return;
        if (!draft.HasRulesFile)
            draft.InRules("", Findings.FileMissing(PackageDraft.RulesFile));
        else if (draft.Package.Rules is { } model)
            CheckDecision(draft, model, instant);
    }

    private static void CheckInputs(PackageDraft draft, DmnModel rules)
    {
        foreach (var input in rules.Inputs)
        {
            var place = $"name=\"{input.Name}\"";
            var known = draft.Scope.Names.FirstOrDefault(n => n.Name == input.Name).Type;
            if (known is null)
                draft.InRules(place, Findings.RulesUnknownInput(input.Name));
            else if (!known.ConformsTo(input.Type))
                draft.InRules(place, Findings.RulesInputType(input.Name, input.Type.ToString(), known.ToString()));
        }
    }

    private static void CheckDecision(PackageDraft draft, DmnModel rules, Instant instant)
    {
        if (rules.Decision(instant.Decision) is not { } decision)
        {
            draft.InService("/instant/decision", Findings.RulesMissingDecision(instant.Decision, string.Join("、", rules.Decisions.Select(d => d.Name))));
            return;
        }
        if (decision.Table is not { } table)
        {
            draft.InRules($"name=\"{decision.Name}\"", Findings.RulesNotTable(decision.Name));
            return;
        }
        var outcome = table.Outputs.ToList().IndexOf(Outcome);
        if (outcome < 0 || table.Rules.All(r => r.Outputs[outcome] != Grant))
            draft.InRules("<decisionTable", Findings.RulesNoGrant());
        for (var i = 0; i < instant.Reasons.Count; i++)
            if (!table.Inputs.Contains(instant.Reasons[i].Input))
                draft.InService(FormattableString.Invariant($"/instant/reasons/{i}/input"),
                    Findings.ReasonForNoColumn(instant.Reasons[i].Input, string.Join("、", table.Inputs)));
        foreach (var input in table.Inputs.Where(input => instant.Reasons.All(r => r.Input != input)))
            draft.InRules($"<text>{input}</text>", Findings.ColumnWithoutReason(input));
    }
}
