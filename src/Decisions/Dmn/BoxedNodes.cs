using System.Text;
using Tongban.Decisions.Running;
using Tongban.Decisions.Syntax;
using Tongban.Decisions.Syntax.Nodes;
using Tongban.Decisions.Values;

namespace Tongban.Decisions.Dmn;

/// <summary>An expression with a syntax error: null, each time with a diagnostic.</summary>
internal sealed class BrokenNode(Place place, string where) : Node(place, FeelType.Any)
{
    public override Code Compile() => f => f.Run.Fail(Place, Messages.BrokenExpression(where));

    public override void Print(StringBuilder text) => text.Append("null");
}

/// <summary>A value converted to a declared type and checked against its constraints.</summary>
internal sealed class CheckedNode(Place place, Node value, ItemType type, string name) : Node(place, type.Type)
{
    public Node Value => value;
    public override FeelValue? Constant { get; } = !type.Constrained && value.Constant is { } constant && Conformance.Is(constant, type.Type) ? constant : null;

    public override Code Compile()
    {
        var code = value.Compile();
        return f => type.Check(f.Run, Place, name, code(f), Messages.WrongResult);
    }

    public override void Print(StringBuilder text) => value.Print(text);
}

/// <summary>A boxed context with a result (10.2.1.4): the entries are only steps towards it.</summary>
internal sealed class BoxedContextNode(Place place, IReadOnlyList<(Variable Variable, Node Value)> entries, Node result) : Node(place, result.Type)
{
    public override Code Compile()
    {
        var steps = new ContextNode(Place, entries).Compile();
        var code = result.Compile();
        return f =>
        {
            steps(f);
            return code(f);
        };
    }

    public override void Print(StringBuilder text)
    {
        new ContextNode(Place, [.. entries]).Print(text);
        result.Print(text);
    }
}
