using Tongban.Decisions.Time;

namespace Tongban.Decisions.Values;

/// <summary>Equality and order of values (10.3.2.13, tables 50 and 51). Null means that the two cannot be compared.</summary>
internal static class Comparison
{
    public static bool? Same(FeelValue a, FeelValue b)
    {
        if (ReferenceEquals(a, b))
            return true;
        if (a.IsNull || b.IsNull)
            return false;
        if (a is NumberValue m && b is NumberValue n)
            return m.Number == n.Number;
        if (a is StringValue s && b is StringValue t)
            return string.Equals(s.Text, t.Text, StringComparison.Ordinal);
        if (a.Kind != b.Kind)
            return null;
        return a switch
        {
            BooleanValue x => x.Value == ((BooleanValue)b).Value,
            FeelList x => SameItems(x, (FeelList)b),
            FeelContext x => SameEntries(x, (FeelContext)b),
            RangeValue x => SameRange(x, (RangeValue)b),
            FunctionValue => false,
            // Equality sees whole seconds: the value of a time is one in seconds (10.3.2.3.4).
            DateTimeValue x when b is DateTimeValue y => x.Zone is null == y.Zone is null && x.Seconds == y.Seconds,
            TimeValue x when b is TimeValue y => x.Zone is null == y.Zone is null && x.Seconds == y.Seconds,
            _ => Order(a, b) == 0,
        };
    }

    /// <summary>Below zero, zero or above as <paramref name="a"/> is before, equal to or after <paramref name="b"/>.</summary>
    public static int? Order(FeelValue a, FeelValue b)
    {
        if (a is NumberValue m)
            return b is NumberValue n ? m.Number.CompareTo(n.Number) : null;
        if (a.Kind != b.Kind)
            return null;
        return a switch
        {
            StringValue x => CodePoints(x.Text, ((StringValue)b).Text),
            DateValue x => x.Date.CompareTo(((DateValue)b).Date),
            TimeValue x when x.Zone is null == ((TimeValue)b).Zone is null => x.UtcNanos.CompareTo(((TimeValue)b).UtcNanos),
            DateTimeValue x when x.Zone is null == ((DateTimeValue)b).Zone is null => x.Instant.CompareTo(((DateTimeValue)b).Instant),
            DaysTimeValue x => x.Nanos.CompareTo(((DaysTimeValue)b).Nanos),
            YearsMonthsValue x => x.Months.CompareTo(((YearsMonthsValue)b).Months),
            _ => null,
        };
    }

    // UTF-16 order differs from code point order where surrogates meet the last private characters.
    private static int CodePoints(string a, string b)
    {
        var length = Math.Min(a.Length, b.Length);
        for (var i = 0; i < length; i++)
        {
            if (a[i] == b[i])
                continue;
            var (x, y) = (char.IsSurrogate(a[i]), char.IsSurrogate(b[i]));
            return x == y ? a[i].CompareTo(b[i]) : x ? 1 : -1;
        }

        return a.Length.CompareTo(b.Length);
    }

    private static bool SameItems(FeelList a, FeelList b)
    {
        if (a.Count != b.Count)
            return false;
        for (var i = 0; i < a.Count; i++)
            if (Same(a[i], b[i]) != true)
                return false;
        return true;
    }

    private static bool SameEntries(FeelContext a, FeelContext b)
    {
        if (a.Count != b.Count)
            return false;
        for (var i = 0; i < a.Count; i++)
            if (!b.TryGet(a.NameAt(i), out var other) || Same(a.ValueAt(i), other) != true)
                return false;
        return true;
    }

    private static bool SameRange(RangeValue a, RangeValue b) =>
        a.StartIncluded == b.StartIncluded && a.EndIncluded == b.EndIncluded && a.Comparison == b.Comparison
        && Same(a.Start, b.Start) == true && Same(a.End, b.End) == true;
}
