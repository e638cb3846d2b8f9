using System.Text;
using Tongban.Decisions.Running;
using Tongban.Decisions.Syntax;
using Tongban.Decisions.Syntax.Nodes;

namespace Tongban.Decisions.Dmn;

/// <summary>A decision table.</summary>
internal sealed class TableNode(
    Place place, string name, HitPolicy policy, Aggregation aggregation, TableInput[] inputs, TableOutput[] outputs, string[] annotations, TableRule[] rules)
    : Node(place, TypeOf(policy, aggregation, outputs, rules))
{
    public string Title => name;
    public HitPolicy Policy => policy;
    public Aggregation Aggregation => aggregation;
    public IReadOnlyList<TableInput> Inputs => inputs;
    public IReadOnlyList<TableOutput> Outputs => outputs;
    public IReadOnlyList<TableRule> Rules => rules;

    public DmnTable Shown => new(
        HitPolicies.Short(policy, aggregation), [.. inputs.Select(i => i.Text)], [.. outputs.Select(o => o.Name)], annotations, [.. rules.Select(r => r.Shown)]);

    private static FeelType TypeOf(HitPolicy policy, Aggregation aggregation, TableOutput[] outputs, TableRule[] rules)
    {
        if (aggregation == Aggregation.Count)
            return FeelType.Number;
        var types = outputs.Select((o, i) => (o.Name, Type: o.Type != ItemType.Any || rules.Length == 0 ? o.Type.Type : rules.Select(r => r.Outputs[i].Type).Aggregate(FeelType.Join))).ToArray();
        var one = types.Length == 1 ? types[0].Type : FeelType.Context(types);
        return HitPolicies.GivesList(policy) && aggregation == Aggregation.None ? FeelType.List(one) : one;
    }

    public override Code Compile() => new CompiledTable(this).Evaluate;

    public override void Print(StringBuilder text) => text.Append(name);
}
