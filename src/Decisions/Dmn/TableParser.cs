using Tongban.Decisions.Syntax;
using Tongban.Decisions.Syntax.Nodes;

namespace Tongban.Decisions.Dmn;

/// <summary>Reads a decision table (clause 8).</summary>
internal sealed class TableParser(BoxedParser boxed, Element element, Scope scope)
{
    public Node Parse()
    {
        var place = element.Place(boxed.Where);
        var policy = HitPolicies.Parse(element["hitPolicy"]);
        if (policy is null)
        {
            boxed.Problems.Add(place.Problem(Messages.UnknownHitPolicy(element["hitPolicy"]!)));
            return new BrokenNode(place, boxed.Where);
        }

        var columns = element.All("input").Select(Input).ToArray();
        var outputs = Outputs();
        var annotations = element.All("annotation").Select(a => a["name"] ?? "").ToArray();
        var rules = new List<TableRule>();
        foreach (var rule in element.All("rule"))
            if (Rule(rule, rules.Count + 1, columns, outputs, annotations) is { } read)
                rules.Add(read);
        if (policy is HitPolicy.Priority or HitPolicy.OutputOrder && outputs.All(o => o.Ranks is null))
            boxed.Problems.Add(place.Problem(Messages.PriorityNeedsValues(outputs.Length > 0 ? outputs[0].Name : boxed.Where)));
        return new TableNode(place, boxed.Where, policy.Value, HitPolicies.Aggregator(element["aggregation"]), [.. columns.Select(c => c.Input)], outputs, annotations, [.. rules]);
    }

    private (TableInput Input, Scope Scope) Input(Element input)
    {
        var expression = input.Child("inputExpression") ?? input;
        var node = boxed.Text(expression, scope);
        var declared = boxed.Types.Find(expression["typeRef"], expression.Place(boxed.Where));
        var type = declared.Type.Kind == FeelKind.Any ? node.Type : declared.Type;
        if (!node.Type.MayBe(type) && !(node.Type.Kind == FeelKind.List && node.Type.Element!.MayBe(type)))
            boxed.Problems.Add(expression.Place(boxed.Where).Problem(Messages.WrongInput(node.ToString(), type, node.Type)));
        var cells = scope.Child();
        var variable = cells.Declare("?", type);
        ItemType? allowed = null;
        if (input.Child("inputValues") is { } values && Cell.Parse(values.Source(boxed.Where), Scope.Root(FeelScope.Empty), type, boxed.Problems) is { Test: not AnyTest } cell)
            allowed = new ItemType(type) { Allowed = (cell.Test.Compile(), cell.Scope.Layout.Count, values.Child("text")!.Text.Trim()), Enumerated = cell.Constants };
        return (new(expression.Child("text")?.Text.Trim() ?? "", node, variable.Slot, type, allowed, allowed ?? (declared.Constrained ? declared : boxed.DomainOf(node))), cells);
    }

    private TableOutput[] Outputs()
    {
        var outputs = element.All("output").ToArray();
        return [.. outputs.Select(o => Output(o, outputs.Length == 1))];
    }

    private TableOutput Output(Element output, bool single)
    {
        var place = output.Place(boxed.Where);
        var name = output["name"] is { Length: > 0 } own ? own : single ? boxed.Where : output["label"] ?? "";
        var type = boxed.Types.Find(output["typeRef"] ?? (single ? element["typeRef"] : null), place);
        // The type of a single output may be said of the whole table, and is then that of the list.
        if (output["typeRef"] is null && type.Type.Kind == FeelKind.List && HitPolicies.Parse(element["hitPolicy"]) is { } policy && HitPolicies.GivesList(policy))
            type = type.Element ?? new ItemType(type.Type.Element!);
        var ranks = type.Enumerated;
        if (output.Child("outputValues") is { } values && Cell.Parse(values.Source(boxed.Where), Scope.Root(FeelScope.Empty), type.Type, boxed.Problems) is { } cell)
            ranks = cell.Constants ?? ranks;
        var otherwise = output.Child("defaultOutputEntry") is { } entry && entry.Child("text")?.Text.Trim() is { Length: > 0 } ? boxed.Text(entry, scope) : null;
        return new(name, type, ranks, otherwise);
    }

    private TableRule? Rule(Element rule, int index, (TableInput Input, Scope Scope)[] columns, TableOutput[] outputs, string[] annotations)
    {
        Element[] cells = [.. rule.All("inputEntry")], entries = [.. rule.All("outputEntry")];
        if (cells.Length != columns.Length || entries.Length != outputs.Length)
        {
            boxed.Problems.Add(rule.Place(boxed.Where).Problem(Messages.CellCount(index, columns.Length + outputs.Length, cells.Length + entries.Length)));
            return null;
        }

        var notes = rule.All("annotationEntry").Select(a => a.Child("text")?.Text.Trim() ?? "")
            .Zip(annotations, (text, name) => KeyValuePair.Create(name, text)).ToArray();
        var shown = new DmnRule(index, rule.Id, [.. cells.Select(Shown)], [.. entries.Select(Shown)], notes);
        var tests = cells.Zip(columns, Test).ToArray();
        var results = entries.Zip(outputs, Result).ToArray();
        return new(shown, rule.Place(boxed.Where), tests, results);
    }

    private static string Shown(Element entry) => entry.Child("text")?.Text.Trim() ?? "";

    private TestNode Test(Element cell, (TableInput Input, Scope Scope) column)
    {
        var source = cell.Source(boxed.Where);
        if (source.Text.Trim().Length == 0)
            return new AnyTest();
        var parser = new Parser(source, column.Scope);
        var test = parser.WholeCell(column.Scope.Find(QuestionMark, 0)!.Value.Value);
        boxed.Problems.AddRange(parser.Problems);
        return test ?? (TestNode)new NeverTest(cell.Place(boxed.Where), boxed.Where);
    }

    private static readonly Token[] QuestionMark = Lexer.Split("?");

    private Node Result(Element entry, TableOutput output)
    {
        var place = entry.Place(boxed.Where);
        if (Shown(entry).Length == 0)
            return new LiteralNode(place, FeelValue.Null);
        var node = boxed.Text(entry, scope);
        if (!node.Type.MayBe(output.Type.Type) && !(output.Type.Type.Kind == FeelKind.List && node.Type.MayBe(output.Type.Type.Element!)))
            boxed.Problems.Add(node.Place.Problem(Messages.WrongResult(output.Name, output.Type.Type, node.Type)));
        return output.Type == ItemType.Any ? node : new CheckedNode(node.Place, node, output.Type, output.Name);
    }
}

/// <summary>A cell with a syntax error: it never holds.</summary>
internal sealed class NeverTest(Place place, string where) : TestNode
{
    public override Running.Predicate Compile() => (f, _) =>
    {
        f.Run.Fail(place, Messages.BrokenExpression(where));
        return null;
    };

    public override void Print(System.Text.StringBuilder text) => text.Append("null");
}
