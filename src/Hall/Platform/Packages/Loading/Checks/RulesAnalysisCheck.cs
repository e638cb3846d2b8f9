using Tongban.Decisions;

namespace Tongban.Hall.Platform.Packages.Loading.Checks;

/// <summary>
/// What the author of a table hardly means: rules that overlap or never matter, values no column can have, inputs nobody uses, combinations no rule covers.
/// The table that grants may have gaps, since what it does not grant goes to a person; any other table would give null there.
/// </summary>
internal static class RulesAnalysisCheck
{
    private const int Shown = 3;

    public static void Run(PackageDraft draft)
    {
        if (draft.Package.Rules is not { } rules)
            return;
        var problems = rules.Analyse().ToLookup(p => p.Uncovered is not null && p.Where == draft.Package.Instant?.Decision);
        foreach (var problem in problems[false])
            draft.Findings.Add(draft.InRules(problem), Findings.FeelProblem(problem.Code, problem.Zh, problem.En, problem.Severity == Severity.Error || problem.Uncovered is not null));
        if (problems[true].ToList() is [var first, ..] gaps)
            draft.Findings.Add(draft.InRules(first), Findings.RulesGapGoesToPerson(gaps.Count, string.Join(" | ", gaps.Select(g => g.Uncovered!).OrderBy(g => g.Length).Take(Shown))));
    }
}
