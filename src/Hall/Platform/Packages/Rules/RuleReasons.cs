using Tongban.Decisions;

namespace Tongban.Hall.Platform.Packages.Rules;

/// <summary>Says in the package's own words what kept a case from being instant.</summary>
internal sealed class RuleReasons(ServicePackage package, Instant instant, RuleColumns columns, FactCheck facts, FeelContext context)
{
    public static readonly Reason NotInstant = new(ReasonKind.NotInstant, new(
        "这件事由工作人员来办", "This is decided by a person"));

    private static readonly Reason Ambiguous = new(ReasonKind.Ambiguous, new(
        "规则没有得出唯一的结果，由工作人员来看", "The rules gave no single answer, so a person looks at it"));

    public static Reason Granted(RuleTrace rule) => new(
        ReasonKind.RuleHit,
        Annotation(rule, "理由", "Reason") ?? new("各项核对都通过", "Every check passed"),
        rule.Id,
        Basis: Annotation(rule, "依据", "Basis"));

    /// <summary>
    /// The rule with the fewest cells that did not hold. Columns stand in the order of importance, so among equals
    /// the one that fails latest is the one that was meant: a bachelor without a degree is no failed doctor.
    /// </summary>
    public static NearRule? Nearest(Evaluation evaluation) =>
        evaluation.Explanation?.NearestRules is [var first, ..] near
            ? near.TakeWhile(n => n.Failed.Count == first.Failed.Count).MaxBy(n => n.Rule.Cells.ToList().IndexOf(n.Failed[0]))
            : null;

    /// <param name="failed">The cells that stood in the way.</param>
    public IReadOnlyList<Reason> Of(IReadOnlyList<CellTrace> failed)
    {
        var needed = failed.SelectMany(RegistriesOf).ToHashSet(StringComparer.Ordinal);
        var reasons = package.Registries.Where(r => needed.Contains(r.Name)).Select(OfRegistry).OfType<Reason>().ToList();
        var told = reasons.Select(r => r.About!).ToHashSet(StringComparer.Ordinal);
        reasons.AddRange(failed.Where(c => !RegistriesOf(c).Overlaps(told)).Select(OfCell).OfType<Reason>());
        if (reasons.Count == 0)
            reasons.Add(Ambiguous);
        return [.. reasons.Distinct()];
    }

    private HashSet<string> RegistriesOf(CellTrace cell) =>
        package.Registry(cell.Input) is not null ? [cell.Input] : [.. columns.Registries(cell.Input)];

    private Reason? OfRegistry(RegistryUse registry)
    {
        var noRecord = facts.Usable.StateOf(registry.Name) == FactState.NotFound && registry.Fields.All(f => f.NoRecord is null);
        return facts.TooOld.Contains(registry.Name) ? TooOld(registry)
            : facts.Unavailable.Contains(registry.Name) ? new Reason(ReasonKind.RegistryUnavailable, registry.Unavailable, registry.Name)
            : noRecord ? new Reason(ReasonKind.RegistryNoRecord, registry.NotFound, registry.Name, AdviceFor(registry))
            : null;
    }

    private static Reason TooOld(RegistryUse registry) => new(ReasonKind.FactsTooOld, new(
        $"{registry.Title.Zh}给出的信息太旧，由工作人员核对",
        $"What the {registry.Title.En.ToLowerInvariant()} gave is too old, so a person checks it"), registry.Name);

    private Text? AdviceFor(RegistryUse registry) => instant.Reasons
        .FirstOrDefault(r => r.Advice is not null && columns.Registries(r.Input).Contains(registry.Name))?.Advice!.Fill(context);

    private Reason? OfCell(CellTrace cell)
    {
        if (instant.Reasons.FirstOrDefault(r => r.Input == cell.Input) is not { } words)
            return null;
        if (!cell.Value.IsNull && NoParameter(cell) is { } parameter)
            return parameter;
        return cell.Value.IsNull || cell.Outcome is null
            ? new Reason(ReasonKind.Missing, words.Missing.Fill(context), cell.Input, words.Advice?.Fill(context))
            : new Reason(ReasonKind.Unmet, words.Unmet.Fill(context), cell.Input, words.Advice?.Fill(context));
    }

    private Reason? NoParameter(CellTrace cell) => package.Parameters
        .Where(p => cell.Test.Contains($"{PackageScope.Parameters}.{p.Name}", StringComparison.Ordinal) && p.On(facts.Usable.Today) is null)
        .Select(p => new Reason(ReasonKind.NoParameter, new(
            $"“{p.Label.Zh}”在这一天没有标准，由工作人员来看",
            $"No standard is in force on this day for \"{p.Label.En}\", so a person looks at it"), p.Name))
        .FirstOrDefault();

    private static Text? Annotation(RuleTrace rule, string zh, string en)
    {
        var (inChinese, inEnglish) = (Find(rule, zh), Find(rule, en));
        return inChinese is null || inEnglish is null ? null : new Text(inChinese, inEnglish);
    }

    private static string? Find(RuleTrace rule, string name) =>
        rule.Annotations.FirstOrDefault(a => a.Key == name).Value is { Length: > 0 } text ? text : null;
}
