using Tongban.Decisions.Syntax.Nodes;

namespace Tongban.Decisions.Syntax;

/// <summary>The types of operations (10.3.2.11), as far as they are known before the evaluation.</summary>
internal static class StaticTypes
{
    /// <summary>The type of the result; null when no values of these types have one.</summary>
    public static FeelType? Of(Operator op, FeelType left, FeelType right)
    {
        FeelKind a = left.Kind, b = right.Kind;
        if (a is FeelKind.Any or FeelKind.Null || b is FeelKind.Any or FeelKind.Null)
            return op == Operator.Power ? FeelType.Number : FeelType.Any;
        return op switch
        {
            Operator.Add => Sum(left, right) ?? Sum(right, left),
            Operator.Subtract => Difference(left, right),
            Operator.Multiply => a == FeelKind.Number && (b == FeelKind.Number || IsDuration(b)) ? right : IsDuration(a) && b == FeelKind.Number ? left : null,
            Operator.Divide => b == FeelKind.Number && (a == FeelKind.Number || IsDuration(a)) ? left : IsDuration(a) && a == b ? FeelType.Number : null,
            _ => a == FeelKind.Number && b == FeelKind.Number ? FeelType.Number : null,
        };
    }

    public static FeelType? Negated(FeelType type) =>
        type.Kind is FeelKind.Number or FeelKind.Any or FeelKind.Null || IsDuration(type.Kind) ? type : null;

    public static bool Comparable(Operator op, FeelType left, FeelType right)
    {
        if (left.Kind is FeelKind.Any or FeelKind.Null || right.Kind is FeelKind.Any or FeelKind.Null)
            return true;
        return left.Kind == right.Kind && (op is Operator.Equal or Operator.NotEqual
            || left.Kind is not (FeelKind.Boolean or FeelKind.List or FeelKind.Context or FeelKind.Function or FeelKind.Range));
    }

    private static FeelType? Sum(FeelType a, FeelType b) => (a.Kind, b.Kind) switch
    {
        (FeelKind.Number, FeelKind.Number) or (FeelKind.String, FeelKind.String) => a,
        (FeelKind.Date or FeelKind.DateTime, FeelKind.DaysAndTimeDuration or FeelKind.YearsAndMonthsDuration) => a,
        (FeelKind.Time, FeelKind.DaysAndTimeDuration) => a,
        (FeelKind.DaysAndTimeDuration, FeelKind.DaysAndTimeDuration) or (FeelKind.YearsAndMonthsDuration, FeelKind.YearsAndMonthsDuration) => a,
        _ => null,
    };

    private static FeelType? Difference(FeelType a, FeelType b) => (a.Kind, b.Kind) switch
    {
        (FeelKind.String, _) => null,
        (FeelKind.Date or FeelKind.DateTime, FeelKind.Date or FeelKind.DateTime) or (FeelKind.Time, FeelKind.Time) => FeelType.DaysAndTimeDuration,
        _ => Sum(a, b),
    };

    private static bool IsDuration(FeelKind kind) => kind is FeelKind.DaysAndTimeDuration or FeelKind.YearsAndMonthsDuration;
}
