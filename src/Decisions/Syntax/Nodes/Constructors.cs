using System.Text;
using Tongban.Decisions.Running;
using Tongban.Decisions.Values;

namespace Tongban.Decisions.Syntax.Nodes;

/// <summary>A list (grammar rule 54).</summary>
internal sealed class ListNode(Place place, IReadOnlyList<Node> items) : Node(place, TypeOf(items))
{
    private static FeelType TypeOf(IReadOnlyList<Node> items) => FeelType.List(items.Count == 0 ? FeelType.Any : items.Select(i => i.Type).Aggregate(FeelType.Join));

    public override FeelValue? Constant { get; } = items.All(i => i.Constant is not null) ? new FeelList([.. items.Select(i => i.Constant!)]) : null;

    public override Code Compile()
    {
        if (Constant is { } constant)
            return _ => constant;
        var codes = CompileAll(items);
        return f =>
        {
            var values = new FeelValue[codes.Length];
            for (var i = 0; i < codes.Length; i++)
                values[i] = codes[i](f);
            return new FeelList(values);
        };
    }

    public override void Print(StringBuilder text)
    {
        text.Append('[');
        PrintAll(text, items);
        text.Append(']');
    }
}

/// <summary>A range (grammar rule 66).</summary>
internal sealed class RangeNode(Place place, Node start, bool startIncluded, Node end, bool endIncluded)
    : Node(place, FeelType.Range(start.Type.Kind == FeelKind.Null ? end.Type : start.Type))
{
    /// <summary>Whether both ends are known, and the lower one stands last.</summary>
    public bool IsTurned => start.Constant is { } from && end.Constant is { } to && Comparison.Order(from, to) > 0;

    public override FeelValue? Constant { get; } = start.Constant is { } from && end.Constant is { } to && Make(from, startIncluded, to, endIncluded) is { } made ? made : null;

    public override Code Compile()
    {
        if (Constant is { } constant)
            return _ => constant;
        Code a = start.Compile(), b = end.Compile();
        return f =>
        {
            FeelValue x = a(f), y = b(f);
            return Make(x, startIncluded, y, endIncluded) ?? f.Run.Fail(Place, Messages.BadRange(x.Type, y.Type));
        };
    }

    private static RangeValue? Make(FeelValue from, bool fromIncluded, FeelValue to, bool toIncluded)
    {
        if (from.IsNull && to.IsNull)
            return null;
        if (from.IsNull || to.IsNull)
            return new RangeValue(from, fromIncluded && !from.IsNull, to, toIncluded && !to.IsNull);
        return Comparison.Order(from, to) is { } order && order <= 0 ? new RangeValue(from, fromIncluded, to, toIncluded) : null;
    }

    public override void Print(StringBuilder text)
    {
        text.Append(startIncluded ? '[' : '(');
        PrintEnd(text, start);
        text.Append(" .. ");
        PrintEnd(text, end);
        text.Append(endIncluded ? ']' : ')');
    }

    // Brackets next to dots would be read as those of the range.
    private static void PrintEnd(StringBuilder text, Node end)
    {
        var bare = end is LiteralNode or VariableNode;
        text.Append(bare ? "" : "(");
        end.Print(text);
        text.Append(bare ? "" : ")");
    }
}

/// <summary>A context (grammar rule 57): later entries see the earlier ones.</summary>
internal sealed class ContextNode(Place place, IReadOnlyList<(Variable Variable, Node Value)> entries)
    : Node(place, FeelType.Context([.. entries.Select(e => (e.Variable.Name, e.Value.Type))]))
{
    public override Code Compile()
    {
        var codes = CompileAll(entries.Select(e => e.Value));
        var slots = entries.Select(e => e.Variable.Slot).ToArray();
        var names = entries.Select(e => e.Variable.Name).ToArray();
        if (names.GroupBy(n => n).FirstOrDefault(g => g.Count() > 1)?.Key is { } twice)
            return f => f.Run.Fail(Place, Messages.DuplicateEntry(twice));
        return f =>
        {
            var context = new FeelContext();
            for (var i = 0; i < codes.Length; i++)
            {
                var value = codes[i](f);
                // A function knows itself by the name it is given: it may call itself.
                if (value is Closure { Around: var around } && entries[i].Value is FunctionNode)
                    around.Slots[slots[i]] = value;
                f.Slots[slots[i]] = value;
                context.Add(names[i], value);
            }

            return context;
        };
    }

    public override void Print(StringBuilder text)
    {
        text.Append('{');
        for (var i = 0; i < entries.Count; i++)
        {
            text.Append(i > 0 ? ", " : "").Append(Lexer.IsName(entries[i].Variable.Name) ? entries[i].Variable.Name : Literal.Quote(entries[i].Variable.Name)).Append(": ");
            entries[i].Value.Print(text);
        }

        text.Append('}');
    }
}

/// <summary>A function definition (grammar rule 55). The variables around it are kept as they are when it is made.</summary>
internal sealed class FunctionNode(Place place, Variable[] parameters, string[] typeNames, Layout layout, Node body)
    : Node(place, FeelType.Function([.. parameters.Select(p => p.Type)], body.Type))
{
    public override Code Compile()
    {
        var code = body.Compile();
        var slots = parameters.Select(p => p.Slot).ToArray();
        var formal = parameters.Select(p => new Parameter(p.Name, p.Type)).ToArray();
        var text = ToString();
        return f => new Closure(formal, Type, slots, layout.Count, code, new Frame(f.Run, (FeelValue[])f.Slots.Clone(), f.Parent), text);
    }

    public override void Print(StringBuilder text)
    {
        text.Append("(function(");
        for (var i = 0; i < parameters.Length; i++)
            text.Append(i > 0 ? ", " : "").Append(parameters[i].Name).Append(typeNames[i].Length > 0 ? ": " : "").Append(typeNames[i]);
        text.Append(") ");
        body.Print(text);
        text.Append(')');
    }
}
