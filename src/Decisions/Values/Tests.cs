using Tongban.Decisions.Syntax.Nodes;

namespace Tongban.Decisions.Values;

/// <summary>Comparisons as predicates, made beforehand where one side is constant.</summary>
internal static class Tests
{
    public static bool? Holds(Operator op, FeelValue x, FeelValue y) => op switch
    {
        Operator.Equal => Comparison.Same(x, y),
        Operator.NotEqual => !Comparison.Same(x, y),
        Operator.Less => Comparison.Order(x, y) is { } o ? o < 0 : null,
        Operator.LessOrEqual => Comparison.Order(x, y) is { } o ? o <= 0 : null,
        Operator.Greater => Comparison.Order(x, y) is { } o ? o > 0 : null,
        _ => Comparison.Order(x, y) is { } o ? o >= 0 : null,
    };

    public static Func<FeelValue, bool?> Against(Operator op, FeelValue constant)
    {
        if (constant is NumberValue { Number: var n })
            return op switch
            {
                Operator.Equal => v => v is NumberValue x ? x.Number == n : Holds(op, v, constant),
                Operator.Less => v => v is NumberValue x ? x.Number < n : Holds(op, v, constant),
                Operator.LessOrEqual => v => v is NumberValue x ? x.Number <= n : Holds(op, v, constant),
                Operator.Greater => v => v is NumberValue x ? x.Number > n : Holds(op, v, constant),
                Operator.GreaterOrEqual => v => v is NumberValue x ? x.Number >= n : Holds(op, v, constant),
                _ => v => Holds(op, v, constant),
            };
        if (constant is StringValue { Text: var s } && op == Operator.Equal)
            return v => v is StringValue x ? string.Equals(x.Text, s, StringComparison.Ordinal) : Holds(op, v, constant);
        return v => Holds(op, v, constant);
    }
}
