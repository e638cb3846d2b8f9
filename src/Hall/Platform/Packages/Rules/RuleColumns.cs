using System.Text.RegularExpressions;
using Tongban.Decisions;

namespace Tongban.Hall.Platform.Packages.Rules;

/// <summary>Which registries and parameters each column of a decision table rests on.</summary>
internal sealed class RuleColumns
{
    private readonly ServicePackage package;
    private readonly DmnTable table;
    private readonly Dictionary<string, HashSet<string>> registries;

    public RuleColumns(ServicePackage package, DmnTable table)
    {
        (this.package, this.table) = (package, table);
        registries = table.Inputs.Distinct().ToDictionary(input => input, RegistriesOf);
    }

    public IReadOnlySet<string> Registries(string input) => registries[input];

    /// <summary>Cells of a rule that hit although what they test is not known: "is not true" holds for nothing at all.</summary>
    public IReadOnlyList<CellTrace> Missing(RuleTrace rule, FactCheck facts)
    {
        var tested = rule.Cells.Where(c => c.Test.Trim() is not ("-" or "")).ToList();
        var unknown = tested.Where(c => c.Value.IsNull || registries[c.Input].Any(r => !facts.IsUsable(r))).ToList();
        // A registry that no column names is used in a way we cannot see: then it must have answered.
        var hidden = package.Registries.Where(r => r.NeededFor.HasFlag(NeededFor.Decision) && !facts.IsUsable(r.Name)
            && registries.Values.All(used => !used.Contains(r.Name)));
        return [.. unknown, .. hidden.Select(r => new CellTrace(r.Name, "", FeelValue.Null, null))];
    }

    /// <summary>The parameters that the rule's cells name, and those that no cell names: these stand in the decisions below.</summary>
    public IReadOnlyList<UsedParameter> Parameters(RuleTrace? rule, DateOnly today) =>
    [
        .. package.Parameters.Where(p => Uses(rule, p)).Select(p =>
        {
            var value = p.On(today);
            return new UsedParameter(p.Name, p.Label, value?.Value?.DeepClone(), p.Unit, p.Basis, value?.From, value?.To);
        }),
    ];

    private bool Uses(RuleTrace? rule, Parameter parameter)
    {
        var name = $"{PackageScope.Parameters}.{parameter.Name}";
        var own = rule is null ? null : table.Rules[rule.Index - 1];
        return own is not null && own.Inputs.Concat(own.Outputs).Any(cell => Names(cell, name))
            || table.Rules.All(r => !r.Inputs.Concat(r.Outputs).Any(cell => Names(cell, name)));
    }

    private HashSet<string> RegistriesOf(string input)
    {
        var used = package.Registries.Where(r => Names(input, r.Name)).Select(r => r.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var decision in package.Rules!.Decisions.Where(d => Names(input, d.Name)))
            used.UnionWith(decision.RequiredInputs.Select(i => i.Name).Where(name => package.Registry(name) is not null));
        return used;
    }

    // A whole name, not a part of a longer one.
    private static bool Names(string text, string name) =>
        Regex.IsMatch(text, $@"(?<![\p{{L}}\p{{N}}_.]){Regex.Escape(name)}(?![\p{{L}}\p{{N}}_])");
}
