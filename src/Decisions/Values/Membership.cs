using Tongban.Decisions.Syntax.Nodes;

namespace Tongban.Decisions.Values;

/// <summary>Whether a value equals another or is in it (10.3.2.13, the <c>in</c> operator): null when that cannot be said.</summary>
internal static class Membership
{
    public static bool? Of(FeelValue value, FeelValue set) => set switch
    {
        RangeValue range when value is not RangeValue => value.IsNull ? null : range.Contains(value),
        FeelList list => InList(value, list),
        _ => Comparison.Same(value, set),
    };

    private static bool InList(FeelValue value, FeelList list)
    {
        if (value is FeelList && Comparison.Same(value, list) == true)
            return true;
        foreach (var item in list)
        {
            var found = item is RangeValue range && value is not RangeValue ? range.Contains(value) : Comparison.Same(value, item);
            if (found == true)
                return true;
        }

        return false;
    }
}

internal static class UnaryRange
{
    /// <summary>The range of values that compare so with a point.</summary>
    public static RangeValue? Of(Operator op, FeelValue point) => point.IsNull ? null : op switch
    {
        Operator.Less => new(FeelValue.Null, false, point, false, op),
        Operator.LessOrEqual => new(FeelValue.Null, false, point, true, op),
        Operator.Greater => new(point, false, FeelValue.Null, false, op),
        Operator.GreaterOrEqual => new(point, true, FeelValue.Null, false, op),
        Operator.Equal => new(point, true, point, true, op),
        _ => new(point, false, point, false, op),
    };
}
