namespace Tongban.Decisions.Values;

/// <summary>
/// A range (10.3.2.7). An endpoint that is not there (<c>(&lt; 10)</c>) is null and not included.
/// A negated one is the value of <c>(!= 10)</c>: everything but the one point.
/// </summary>
internal sealed class RangeValue(FeelValue start, bool startIncluded, FeelValue end, bool endIncluded, bool negated = false) : FeelValue
{
    public FeelValue Start => start;
    public bool StartIncluded => startIncluded;
    public FeelValue End => end;
    public bool EndIncluded => endIncluded;
    public bool Negated => negated;
    public override FeelKind Kind => FeelKind.Range;
    public override FeelType Type => FeelType.Range(start.IsNull ? end.Type : start.Type);

    /// <summary>Whether a value lies in the range; null when it cannot be compared with an endpoint.</summary>
    public bool? Contains(FeelValue value)
    {
        if (negated)
            return !Comparison.Same(value, start);
        if (start.IsNull && end.IsNull)
            return null;
        var above = start.IsNull ? true : Comparison.Order(value, start) is { } low ? low > 0 || (low == 0 && startIncluded) : (bool?)null;
        var below = end.IsNull ? true : Comparison.Order(value, end) is { } high ? high < 0 || (high == 0 && endIncluded) : (bool?)null;
        return above is null || below is null ? null : above & below;
    }

    private protected override int Hash() => HashCode.Combine(start, startIncluded, end, endIncluded);
}
