using Tongban.Decisions.Syntax.Nodes;
using Tongban.Decisions.Time;

namespace Tongban.Decisions.Values;

/// <summary>Comparisons as predicates. Where one side is constant, what its kind asks for is decided beforehand: cells of tables are mostly such.</summary>
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

    /// <summary>Compares values with a constant.</summary>
    public static Func<FeelValue, bool?> Against(Operator op, FeelValue constant) => constant switch
    {
        NumberValue { Number: var n } => op switch
        {
            Operator.Equal => v => v is NumberValue x ? x.Number == n : Holds(op, v, constant),
            Operator.Less => v => v is NumberValue x ? x.Number < n : Holds(op, v, constant),
            Operator.LessOrEqual => v => v is NumberValue x ? x.Number <= n : Holds(op, v, constant),
            Operator.Greater => v => v is NumberValue x ? x.Number > n : Holds(op, v, constant),
            Operator.GreaterOrEqual => v => v is NumberValue x ? x.Number >= n : Holds(op, v, constant),
            _ => v => Holds(op, v, constant),
        },
        StringValue { Text: var s } when op == Operator.Equal => v => v is StringValue x ? string.Equals(x.Text, s, StringComparison.Ordinal) : Holds(op, v, constant),
        BooleanValue when op == Operator.Equal => v => v is BooleanValue ? ReferenceEquals(v, constant) : Holds(op, v, constant),
        _ => v => Holds(op, v, constant),
    };

    /// <summary>Whether values equal a constant, or are in it when it is a list or range.</summary>
    public static Func<FeelValue, bool?> In(FeelValue constant) => constant switch
    {
        NumberValue or StringValue or BooleanValue => Against(Operator.Equal, constant),
        RangeValue { Comparison: null, Start: NumberValue { Number: var low }, End: NumberValue { Number: var high } } range => v =>
        {
            if (v is not NumberValue { Number: var n })
                return Membership.Of(v, range);
            int below = low.CompareTo(n), above = n.CompareTo(high);
            return (below < 0 || (below == 0 && range.StartIncluded)) && (above < 0 || (above == 0 && range.EndIncluded));
        },
        RangeValue { Comparison: null, Start: DateValue { Date: var low }, End: DateValue { Date: var high } } range => v =>
        {
            if (v is not DateValue { Date: var d })
                return Membership.Of(v, range);
            int below = low.CompareTo(d), above = d.CompareTo(high);
            return (below < 0 || (below == 0 && range.StartIncluded)) && (above < 0 || (above == 0 && range.EndIncluded));
        },
        _ => v => Membership.Of(v, constant),
    };
}
