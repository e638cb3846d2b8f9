using Tongban.Decisions;

namespace Tongban.Hall.Platform.Packages.Loading.Checks;

/// <summary>Compiles every FEEL text of the package; what fails is shown where it stands.</summary>
internal static class ExpressionsCheck
{
    public static void Run(PackageDraft draft)
    {
        var package = draft.Package;
        for (var i = 0; i < package.Materials.Count; i++)
            Bind(draft, PackageDraft.ServiceFile, FormattableString.Invariant($"/materials/{i}/when"), package.Materials[i].When, draft.Scope, boolean: true);

        for (var s = 0; s < package.Form.Sections.Count; s++)
            Bind(draft, PackageDraft.FormFile, FormattableString.Invariant($"/sections/{s}/visible"), package.Form.Sections[s].Visible, draft.Scope, boolean: true);
        foreach (var (field, pointer) in draft.Fields)
            Bind(draft, PackageDraft.FormFile, field, pointer, draft.Scope);

        BindSelfCheck(draft);
        BindReasons(draft);
        BindResult(draft);
    }

    private static void Bind(PackageDraft draft, string file, FormField field, string at, FeelScope scope)
    {
        Bind(draft, file, at + "/required", field.Required, scope, boolean: true);
        Bind(draft, file, at + "/visible", field.Visible, scope, boolean: true);
        for (var v = 0; v < field.Validate.Count; v++)
        {
            Bind(draft, file, FormattableString.Invariant($"{at}/validate/{v}/feel"), field.Validate[v].Feel, scope, boolean: true);
            Bind(draft, file, FormattableString.Invariant($"{at}/validate/{v}/message"), field.Validate[v].Message, scope);
        }
        for (var o = 0; o < field.Options.Count; o++)
            Bind(draft, file, FormattableString.Invariant($"{at}/options/{o}/visible"), field.Options[o].Visible, scope, boolean: true);
    }

    // Questions of the self-check see each other, as the fields of a form do.
    private static void BindSelfCheck(PackageDraft draft)
    {
        var questions = draft.Package.SelfCheck?.Questions ?? [];
        var scope = questions.Aggregate(draft.Scope, (s, q) => s.With(q.Field.Id, PackageScope.TypeOf(q.Field.Type)));
        for (var i = 0; i < questions.Count; i++)
            Bind(draft, PackageDraft.ServiceFile, questions[i].Field, FormattableString.Invariant($"/selfCheck/questions/{i}/field"), scope);
    }

    private static void BindReasons(PackageDraft draft)
    {
        var reasons = draft.Package.Instant?.Reasons ?? [];
        for (var i = 0; i < reasons.Count; i++)
        {
            var at = FormattableString.Invariant($"/instant/reasons/{i}");
            Bind(draft, PackageDraft.ServiceFile, at + "/unmet", reasons[i].Unmet, draft.Scope);
            Bind(draft, PackageDraft.ServiceFile, at + "/missing", reasons[i].Missing, draft.Scope);
            Bind(draft, PackageDraft.ServiceFile, at + "/advice", reasons[i].Advice, draft.Scope);
        }
    }

    private static void BindResult(PackageDraft draft)
    {
        var scope = draft.Scope.With(PackageScope.Decision, FeelType.Any);
        var result = draft.Package.Result;
        Bind(draft, PackageDraft.ResultFile, "/validUntil", result.ValidUntil, scope, boolean: false);
        for (var i = 0; i < result.Fields.Count; i++)
            Bind(draft, PackageDraft.ResultFile, FormattableString.Invariant($"/fields/{i}/value"), result.Fields[i].Value, scope, boolean: false);
    }

    private static void Bind(PackageDraft draft, string file, string at, Condition? condition, FeelScope scope, bool boolean)
    {
        if (condition is null)
            return;
        Report(draft, file, at, condition.Bind(scope), 0);
        if (boolean && condition.Type is { Kind: not (FeelKind.Boolean or FeelKind.Any or FeelKind.Null) } type)
            draft.In(file, at, Findings.NotBoolean(type.ToString()));
    }

    private static void Bind(PackageDraft draft, string file, string at, Template? template, FeelScope scope)
    {
        foreach (var (language, offset, problem) in template?.Bind(scope) ?? [])
            Report(draft, file, $"{at}/{language}", [problem], offset);
    }

    private static void Report(PackageDraft draft, string file, string at, IEnumerable<Problem> problems, int offset)
    {
        var start = draft.At(file, at);
        foreach (var problem in problems)
        {
            var line = Math.Max(1, problem.Line);
            var column = Math.Max(1, problem.Column);
            var spot = start with { Line = start.Line + line - 1, Column = start.Column + column - 1 + (line == 1 ? offset : 0) };
            draft.Findings.Add(spot, Findings.FeelProblem(problem.Code, problem.Zh, problem.En, problem.Severity == Severity.Error));
        }
    }
}
