using System.Text;
using Tongban.Decisions.Functions;
using Tongban.Decisions.Running;
using Tongban.Decisions.Values;

namespace Tongban.Decisions.Syntax.Nodes;

/// <summary>A literal.</summary>
internal sealed class LiteralNode(Place place, FeelValue value) : Node(place, value.Type)
{
    public override FeelValue Constant => value;

    public override Code Compile() => _ => value;

    public override void Print(StringBuilder text) => text.Append(value);
}

/// <summary>A variable, found by its depth of function bodies and its slot.</summary>
internal sealed class VariableNode(Place place, Variable variable, int depth) : Node(place, variable.Type)
{
    public Variable Variable => variable;
    public int Depth => depth;

    public override Code Compile()
    {
        var slot = variable.Slot;
        return depth switch
        {
            0 => f => f.Slots[slot] ?? FeelValue.Null,
            1 => f => f.Parent!.Slots[slot] ?? FeelValue.Null,
            _ => f =>
            {
                for (var i = 0; i < depth; i++)
                    f = f.Parent!;
                return f.Slots[slot] ?? FeelValue.Null;
            },
        };
    }

    public override void Print(StringBuilder text) => text.Append(variable.Name);
}

/// <summary>A name inside a filter over elements of unknown type: the element's member if it has one, else the name outside.</summary>
internal sealed class ElementNameNode(Place place, string name, Variable item, int depth, Node? outside) : Node(place, FeelType.Any)
{
    public override Code Compile()
    {
        var element = new VariableNode(Place, item, depth).Compile();
        var otherwise = outside?.Compile() ?? (_ => FeelValue.Null);
        return f => element(f) is FeelContext context && context.TryGet(name, out var value) ? value : otherwise(f);
    }

    public override void Print(StringBuilder text) => text.Append(name);
}

/// <summary>A name that nobody declared: null, and a problem already reported.</summary>
internal sealed class UnknownNameNode(Place place, string name) : Node(place, FeelType.Any)
{
    public override Code Compile() => f => f.Run.Fail(Place, Messages.UnknownName(name));

    public override void Print(StringBuilder text) => text.Append(name);
}

/// <summary>A built-in function as a value.</summary>
internal sealed class BuiltinNode(Place place, Builtin builtin) : Node(place, FeelType.AnyFunction)
{
    private readonly BuiltinFunction value = new(builtin);

    public Builtin Builtin => builtin;
    public override FeelValue Constant => value;

    public override Code Compile() => _ => value;

    public override void Print(StringBuilder text) => text.Append(builtin.Name);
}
