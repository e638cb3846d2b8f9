using System.Text;
using Tongban.Decisions.Running;
using Tongban.Decisions.Time;
using Tongban.Decisions.Values;

namespace Tongban.Decisions.Syntax.Nodes;

/// <summary>A path (grammar rule 45): an entry of a context, of every context of a list, or a property of a value (table 65).</summary>
internal sealed class PathNode(Place place, FeelType type, Node target, string name) : Node(place, type)
{
    public Node Target => target;
    public string Name => name;

    public override Code Compile()
    {
        var code = target.Compile();
        return f => Step(f.Run, code(f));
    }

    private FeelValue Step(Run run, FeelValue value)
    {
        switch (value)
        {
            case NullValue:
                return run.Pass(Place, Messages.NullOperand("." + name));
            case FeelContext context:
                return context.TryGet(name, out var entry) ? entry : run.Fail(Place, Messages.NoEntry(name));
            case FeelList list:
                run.Burn(list.Count);
                return new FeelList(Array.ConvertAll(list.Items, item => Step(run, item)));
            default:
                return Properties.Get(value, name) ?? run.Fail(Place, Messages.NoProperty(name, value.Type));
        }
    }

    public override void Print(StringBuilder text)
    {
        if (target is LiteralNode)
            text.Append('(');
        target.Print(text);
        if (target is LiteralNode)
            text.Append(')');
        text.Append('.').Append(name);
    }
}

/// <summary>A filter (grammar rule 52): by condition, or one element by its index from 1, or from the end with a negative one.</summary>
internal sealed class FilterNode(Place place, FeelType type, Node target, Variable item, Node condition, bool strict = false) : Node(place, type)
{
    public override Code Compile()
    {
        Code list = target.Compile(), test = condition.Compile();
        var slot = item.Slot;
        var indexed = condition.Type.Kind == FeelKind.Number;
        return f =>
        {
            var value = list(f);
            var items = value switch { FeelList l => l.Items, NullValue => [], _ => [value] };
            if (indexed || (condition.Type.Kind != FeelKind.Boolean && IsIndex(f, items, test)))
                return At(f, items, test(f), value.IsNull);
            List<FeelValue>? kept = null;
            foreach (var element in items)
            {
                f.Run.Burn();
                f.Slots[slot] = element;
                var holds = test(f);
                if (ReferenceEquals(holds, FeelValue.True))
                    (kept ??= []).Add(element);
                else if (strict && holds is not (BooleanValue or NullValue))
                    return f.Run.Fail(Place, Messages.BadFilter(holds.Type));
            }

            return kept is null ? FeelList.Empty : new FeelList([.. kept]);
        };
    }

    private bool IsIndex(Frame f, FeelValue[] items, Code test)
    {
        f.Slots[item.Slot] = items.Length > 0 ? items[0] : FeelValue.Null;
        return items.Length > 0 && test(f) is NumberValue;
    }

    private FeelValue At(Frame f, FeelValue[] items, FeelValue index, bool none)
    {
        if (none || index is not NumberValue { Number: var number } || !number.TryToInt32(out var at))
            return f.Run.Pass(Place, Messages.NullOperand("[]"));
        var position = at > 0 ? at - 1 : items.Length + at;
        return at != 0 && position >= 0 && position < items.Length ? items[position] : f.Run.Fail(Place, Messages.NoElement(at, items.Length));
    }

    public override void Print(StringBuilder text)
    {
        target.Print(text);
        text.Append('[');
        condition.Print(text);
        text.Append(']');
    }
}
