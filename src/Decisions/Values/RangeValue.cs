using Tongban.Decisions.Syntax.Nodes;

namespace Tongban.Decisions.Values;

/// <summary>
/// A range (10.3.2.7). Made of a comparison, such as <c>(&lt; 10)</c>, it has only one endpoint and is not the same as one that was given null.
/// </summary>
internal sealed class RangeValue(FeelValue start, bool startIncluded, FeelValue end, bool endIncluded, Operator? comparison = null) : FeelValue
{
    public FeelValue Start => start;
    public bool StartIncluded => startIncluded;
    public FeelValue End => end;
    public bool EndIncluded => endIncluded;
    public Operator? Comparison => comparison;
    public override FeelKind Kind => FeelKind.Range;
    public override FeelType Type => FeelType.Range(start.IsNull ? end.Type : start.Type);

    /// <summary>Whether a value lies in the range; null when it cannot be compared with an endpoint.</summary>
    public bool? Contains(FeelValue value)
    {
        if (comparison is { } op)
            return Tests.Holds(op, value, start.IsNull ? end : start);
        return Values.Comparison.Order(value, start) is { } low && Values.Comparison.Order(value, end) is { } high
            ? (low > 0 || (low == 0 && startIncluded)) && (high < 0 || (high == 0 && endIncluded))
            : null;
    }

    private protected override int Hash() => HashCode.Combine(start, startIncluded, end, endIncluded);
}
