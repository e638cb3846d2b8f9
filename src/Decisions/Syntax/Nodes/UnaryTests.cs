using System.Text;
using Tongban.Decisions.Running;
using Tongban.Decisions.Values;

namespace Tongban.Decisions.Syntax.Nodes;

/// <summary>A test of a value (grammar rules 7 and 14).</summary>
internal abstract class TestNode
{
    public abstract Predicate Compile();
    public abstract void Print(StringBuilder text);

    /// <summary>The values that pass, where they are known before any evaluation: for the analysis of tables.</summary>
    public virtual FeelValue? Accepted => null;
}

/// <summary><c>-</c>: everything passes.</summary>
internal sealed class AnyTest : TestNode
{
    public override Predicate Compile() => (_, _) => true;
    public override void Print(StringBuilder text) => text.Append('-');
}

/// <summary><c>&lt; 5</c>, <c>= "x"</c>.</summary>
internal sealed class ComparisonTest(Place place, Operator op, Node endpoint) : TestNode
{
    public Operator Operator => op;
    public Node Endpoint => endpoint;

    public override FeelValue? Accepted => endpoint.Constant is { } value ? UnaryRange.Of(op, value) : null;

    public override Predicate Compile()
    {
        if (endpoint.Constant is { } constant)
        {
            var test = Values.Tests.Against(op, constant);
            return (f, v) => test(v) ?? Incomparable(f.Run, v, constant);
        }

        var code = endpoint.Compile();
        return (f, v) => code(f) is var y && Values.Tests.Holds(op, v, y) is { } holds ? holds : Incomparable(f.Run, v, y);
    }

    private bool? Incomparable(Run run, FeelValue x, FeelValue y)
    {
        if (!x.IsNull && !y.IsNull)
            run.Fail(place, Messages.NotComparable(BinaryNode.Sign(op), x.Type, y.Type));
        return null;
    }

    public override void Print(StringBuilder text)
    {
        text.Append(BinaryNode.Sign(op)).Append(' ');
        endpoint.Print(text);
    }
}

/// <summary>An expression: a condition on <c>?</c>, or a value, list or range that the tested value must equal or be in.</summary>
internal sealed class ExpressionTest(Place place, Node expression, Variable input, bool condition) : TestNode
{
    public Place Place => place;
    public Node Expression => expression;
    public bool Condition => condition;

    public override FeelValue? Accepted => condition ? null : expression.Constant;

    public override Predicate Compile()
    {
        if (!condition && expression.Constant is { } constant)
        {
            var test = Values.Tests.In(constant);
            return (f, v) => test(v) ?? Incomparable(f.Run, v, constant);
        }

        var code = expression.Compile();
        var slot = input.Slot;
        return (f, v) =>
        {
            f.Slots[slot] = v;
            var value = code(f);
            if (condition)
                return value is BooleanValue b ? b.Value : value is FeelList or RangeValue ? Membership.Of(v, value) : null;
            return Membership.Of(v, value) ?? Incomparable(f.Run, v, value);
        };
    }

    private bool? Incomparable(Run run, FeelValue x, FeelValue y)
    {
        if (!x.IsNull && !y.IsNull)
            run.Fail(place, Messages.NotComparable("in", x.Type, y.Type));
        return null;
    }

    public override void Print(StringBuilder text) => expression.Print(text);
}

/// <summary>Tests of which one must pass, or with <c>not(…)</c> none.</summary>
internal sealed class AnyOfTest(IReadOnlyList<TestNode> tests, bool negated) : TestNode
{
    public IReadOnlyList<TestNode> Tests => tests;
    public bool Negated => negated;

    public override Predicate Compile()
    {
        var all = tests.Select(t => t.Compile()).ToArray();
        if (all.Length == 1 && !negated)
            return all[0];
        if (tests.All(t => t is ExpressionTest { Accepted: StringValue }))
        {
            var texts = tests.Select(t => ((StringValue)t.Accepted!).Text).ToHashSet(StringComparer.Ordinal);
            return (f, v) => v is StringValue s ? texts.Contains(s.Text) != negated : Each(all, f, v);
        }

        return (f, v) => Each(all, f, v);
    }

    private bool? Each(Predicate[] all, Frame f, FeelValue v)
    {
        bool? result = false;
        foreach (var test in all)
        {
            var outcome = test(f, v);
            if (outcome == true)
                return !negated;
            if (outcome is null)
                result = null;
        }

        return negated ? !result : result;
    }

    public override void Print(StringBuilder text)
    {
        text.Append(negated ? "not(" : "");
        for (var i = 0; i < tests.Count; i++)
        {
            text.Append(i > 0 ? ", " : "");
            tests[i].Print(text);
        }

        text.Append(negated ? ")" : "");
    }
}

/// <summary><c>x in (tests)</c> (grammar rule 49c), and unary tests of <c>?</c> as an expression of their own.</summary>
internal sealed class InNode(Place place, Node? value, Variable input, TestNode test) : Node(place, FeelType.Boolean)
{
    public override Code Compile()
    {
        var predicate = test.Compile();
        var slot = input.Slot;
        if (value is null)
            return f => Logic.Of(predicate(f, f.Slots[slot]));
        var code = value.Compile();
        return f =>
        {
            var tested = code(f);
            return predicate(f, tested) is { } holds ? holds : tested.IsNull ? f.Run.Pass(Place, Messages.NullOperand("in")) : FeelValue.Null;
        };
    }

    public override void Print(StringBuilder text)
    {
        if (value is null)
        {
            test.Print(text);
            return;
        }

        text.Append('(');
        value.Print(text);
        text.Append(" in (");
        test.Print(text);
        text.Append("))");
    }
}

/// <summary>A comparison as a value: <c>(&lt; 10)</c> is the range up to 10.</summary>
internal sealed class UnaryRangeNode(Place place, Operator op, Node endpoint) : Node(place, FeelType.Range(endpoint.Type))
{
    public override FeelValue? Constant { get; } = endpoint.Constant is { } value ? UnaryRange.Of(op, value) : null;

    public override Code Compile()
    {
        if (Constant is { } constant)
            return _ => constant;
        var code = endpoint.Compile();
        return f => code(f) is var v && UnaryRange.Of(op, v) is { } range ? range : FeelValue.Null;
    }

    public override void Print(StringBuilder text)
    {
        text.Append('(').Append(BinaryNode.Sign(op)).Append(' ');
        endpoint.Print(text);
        text.Append(')');
    }
}
