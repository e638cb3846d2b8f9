using System.Text;
using Tongban.Decisions.Running;
using Tongban.Decisions.Values;

namespace Tongban.Decisions.Syntax.Nodes;

internal enum Operator
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    And,
    Or,
}

/// <summary>A binary operation.</summary>
internal sealed class BinaryNode(Place place, FeelType type, Operator op, Node left, Node right) : Node(place, type)
{
    public static string Sign(Operator op) => op switch
    {
        Operator.Add => "+",
        Operator.Subtract => "-",
        Operator.Multiply => "*",
        Operator.Divide => "/",
        Operator.Power => "**",
        Operator.Equal => "=",
        Operator.NotEqual => "!=",
        Operator.Less => "<",
        Operator.LessOrEqual => "<=",
        Operator.Greater => ">",
        Operator.GreaterOrEqual => ">=",
        Operator.And => "and",
        _ => "or",
    };

    public override Code Compile()
    {
        Code a = left.Compile(), b = right.Compile();
        return op switch
        {
            Operator.And => f => Logic.And(a, b, f),
            Operator.Or => f => Logic.Or(a, b, f),
            Operator.Add or Operator.Subtract or Operator.Multiply or Operator.Divide or Operator.Power => Arithmetic(a, b),
            _ => Compare(a, b),
        };
    }

    private Code Arithmetic(Code a, Code b)
    {
        var compute = Calculation.Of(op);
        var steps = op == Operator.Power ? 50 : 1;
        return f =>
        {
            FeelValue x = a(f), y = b(f);
            f.Run.Burn(steps);
            return compute(x, y) is { } value ? value is StringValue ? f.Run.Pay(value) : value : Failed(f.Run, x, y);
        };
    }

    private FeelValue Failed(Run run, FeelValue x, FeelValue y) => x.IsNull || y.IsNull
        ? run.Pass(Place, Messages.NullOperand(Sign(op)))
        : run.Fail(Place, Messages.NoResult(Sign(op), x.Type, y.Type));

    private Code Compare(Code a, Code b)
    {
        if (right.Constant is { } constant)
        {
            var test = Tests.Against(op, constant);
            return f =>
            {
                var x = a(f);
                return test(x) is { } holds ? holds ? FeelValue.True : FeelValue.False : Incomparable(f.Run, x, constant);
            };
        }

        return f =>
        {
            FeelValue x = a(f), y = b(f);
            return Tests.Holds(op, x, y) is { } holds ? holds ? FeelValue.True : FeelValue.False : Incomparable(f.Run, x, y);
        };
    }

    private FeelValue Incomparable(Run run, FeelValue x, FeelValue y) => x.IsNull || y.IsNull
        ? run.Pass(Place, Messages.NullOperand(Sign(op)))
        : run.Fail(Place, Messages.NotComparable(Sign(op), x.Type, y.Type));

    public override void Print(StringBuilder text)
    {
        text.Append('(');
        left.Print(text);
        text.Append(' ').Append(Sign(op)).Append(' ');
        right.Print(text);
        text.Append(')');
    }
}

/// <summary>Arithmetic negation.</summary>
internal sealed class NegationNode(Place place, FeelType type, Node operand) : Node(place, type)
{
    public override FeelValue? Constant { get; } = operand.Constant is { } value ? Calculation.Negate(value) : null;

    public override Code Compile()
    {
        if (Constant is { } constant)
            return _ => constant;
        var code = operand.Compile();
        return f =>
        {
            var value = code(f);
            return Calculation.Negate(value) ?? (value.IsNull ? f.Run.Pass(Place, Messages.NullOperand("-")) : f.Run.Fail(Place, Messages.NotNegatable(value.Type)));
        };
    }

    public override void Print(StringBuilder text)
    {
        text.Append("(-(");
        operand.Print(text);
        text.Append("))");
    }
}

/// <summary><c>x between a and b</c> (grammar rule 49b).</summary>
internal sealed class BetweenNode(Place place, Node value, Node low, Node high) : Node(place, FeelType.Boolean)
{
    public override Code Compile()
    {
        Code v = value.Compile(), a = low.Compile(), b = high.Compile();
        return f =>
        {
            FeelValue x = v(f), from = a(f), to = b(f);
            return Comparison.Order(x, from) is { } lower && Comparison.Order(x, to) is { } upper
                ? lower >= 0 && upper <= 0
                : x.IsNull || from.IsNull || to.IsNull
                    ? f.Run.Pass(Place, Messages.NullOperand("between"))
                    : f.Run.Fail(Place, Messages.NotComparable("between", x.Type, from.Type));
        };
    }

    public override void Print(StringBuilder text)
    {
        text.Append('(');
        value.Print(text);
        text.Append(" between ");
        low.Print(text);
        text.Append(" and ");
        high.Print(text);
        text.Append(')');
    }
}

/// <summary><c>x instance of type</c> (grammar rule 51).</summary>
internal sealed class InstanceOfNode(Place place, Node value, FeelType tested, string name, bool known) : Node(place, FeelType.Boolean)
{
    public override Code Compile()
    {
        var code = value.Compile();
        if (!known)
            return f => f.Run.Fail(Place, Messages.UnknownType(name));
        return f => code(f) is var v && v.IsNull ? tested.Kind == FeelKind.Null : Conformance.Is(v, tested);
    }

    public override void Print(StringBuilder text)
    {
        text.Append('(');
        value.Print(text);
        text.Append(" instance of ").Append(name).Append(')');
    }
}
