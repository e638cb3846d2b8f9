using Tongban.Decisions.Syntax;
using Tongban.Decisions.Syntax.Nodes;
using Tongban.Decisions.Values;

namespace Tongban.Decisions.Functions;

/// <summary>
/// Relations of points and ranges (10.3.4.9, table 78). A point counts as the range from itself to itself; what is not comparable gives null.
/// </summary>
internal static class RangeFunctions
{
    public static readonly (string, Body)[] All =
    [
        .. Named("before", Before, "point1: any, point2: any", "point: any, range: range", "range: range, point: any", "range1: range, range2: range"),
        .. Named("after", (x, y) => Before(y, x), "point1: any, point2: any", "point: any, range: range", "range: range, point: any", "range1: range, range2: range"),
        .. Named("meets", (x, y) => Ends(x, y) is { } o ? o == 0 && x.EndIncluded && y.StartIncluded : null, "range1: range, range2: range"),
        .. Named("met by", (x, y) => Ends(y, x) is { } o ? o == 0 && y.EndIncluded && x.StartIncluded : null, "range1: range, range2: range"),
        .. Named("overlaps", Overlap, "range1: range, range2: range"),
        .. Named("overlaps before", OverlapsBefore, "range1: range, range2: range"),
        .. Named("overlaps after", OverlapsAfter, "range1: range, range2: range"),
        .. Named("finishes", Finishes, "point: any, range: range", "range1: range, range2: range"),
        .. Named("finished by", (x, y) => Finishes(y, x), "range: range, point: any", "range1: range, range2: range"),
        .. Named("includes", Includes, "range: range, point: any", "range1: range, range2: range"),
        .. Named("during", (x, y) => Includes(y, x), "point: any, range: range", "range1: range, range2: range"),
        .. Named("starts", Starts, "point: any, range: range", "range1: range, range2: range"),
        .. Named("started by", (x, y) => Starts(y, x), "range: range, point: any", "range1: range, range2: range"),
        .. Named("coincides", Coincides, "point1: any, point2: any", "range1: range, range2: range"),
        ("range(from: string): range", (_, a) => Read(((StringValue)a[0]!).Text)),
    ];

    private static IEnumerable<(string, Body)> Named(string name, Func<RangeValue, RangeValue, bool?> relation, params string[] parameters) =>
        parameters.Select(p => ($"{name}({p}): boolean", (Body)((_, a) => Both(a, relation))));

    private static FeelValue? Both(FeelValue?[] a, Func<RangeValue, RangeValue, bool?> relation) =>
        a[0]!.IsNull || a[1]!.IsNull ? FeelValue.Null : relation(AsRange(a[0]!), AsRange(a[1]!)) is { } holds ? holds : null;

    private static RangeValue AsRange(FeelValue value) => value as RangeValue ?? new RangeValue(value, true, value, true);

    // Missing endpoints lie at infinity.
    private static int? Order(FeelValue a, FeelValue b, int ifFirstMissing, int ifSecondMissing) =>
        a.IsNull && b.IsNull ? (ifFirstMissing == ifSecondMissing ? ifFirstMissing : 0) : a.IsNull ? ifFirstMissing : b.IsNull ? ifSecondMissing : Comparison.Order(a, b);

    /// <summary>The end of the first against the start of the second.</summary>
    private static int? Ends(RangeValue x, RangeValue y) => Order(x.End, y.Start, 1, 1);

    private static int? Low(RangeValue x, RangeValue y) => Order(x.Start, y.Start, -1, 1);

    private static int? High(RangeValue x, RangeValue y) => Order(x.End, y.End, 1, -1);

    private static bool? Before(RangeValue x, RangeValue y) => Ends(x, y) is { } o ? o < 0 || (o == 0 && !(x.EndIncluded && y.StartIncluded)) : null;

    private static bool? Coincides(RangeValue x, RangeValue y) => Low(x, y) is { } low && High(x, y) is { } high
        ? low == 0 && high == 0 && x.StartIncluded == y.StartIncluded && x.EndIncluded == y.EndIncluded
        : null;

    private static bool? Overlap(RangeValue x, RangeValue y) =>
        Ends(x, y) is { } xy && Ends(y, x) is { } yx
            ? (xy > 0 || (xy == 0 && x.EndIncluded && y.StartIncluded)) && (yx > 0 || (yx == 0 && y.EndIncluded && x.StartIncluded))
            : null;

    private static bool? OverlapsBefore(RangeValue x, RangeValue y)
    {
        if (Low(x, y) is not { } low || High(x, y) is not { } high || Ends(x, y) is not { } meet)
            return null;
        return (low < 0 || (low == 0 && x.StartIncluded && !y.StartIncluded))
            && (meet > 0 || (meet == 0 && x.EndIncluded && y.StartIncluded))
            && (high < 0 || (high == 0 && (!x.EndIncluded || y.EndIncluded)));
    }

    private static bool? OverlapsAfter(RangeValue x, RangeValue y)
    {
        if (Low(y, x) is not { } low || High(y, x) is not { } high || Ends(y, x) is not { } meet)
            return null;
        return (low < 0 || (low == 0 && y.StartIncluded && !x.StartIncluded))
            && (meet > 0 || (meet == 0 && y.EndIncluded && x.StartIncluded))
            && (high < 0 || (high == 0 && (!y.EndIncluded || x.EndIncluded)));
    }

    private static bool? Finishes(RangeValue x, RangeValue y) => High(x, y) is { } high && Low(y, x) is { } low
        ? high == 0 && x.EndIncluded == y.EndIncluded && (low < 0 || (low == 0 && (y.StartIncluded || !x.StartIncluded)))
        : null;

    private static bool? Starts(RangeValue x, RangeValue y) => Low(x, y) is { } low && High(x, y) is { } high
        ? low == 0 && x.StartIncluded == y.StartIncluded && (high < 0 || (high == 0 && (y.EndIncluded || !x.EndIncluded)))
        : null;

    private static bool? Includes(RangeValue x, RangeValue y) => Low(x, y) is { } low && High(y, x) is { } high
        ? (low < 0 || (low == 0 && (x.StartIncluded || !y.StartIncluded))) && (high < 0 || (high == 0 && (x.EndIncluded || !y.EndIncluded)))
        : null;

    private static FeelValue? Read(string text)
    {
        var root = Scope.Root(FeelScope.Empty);
        var parser = new Parser(new Source(text), root);
        // Its ends are literals, and null is none (grammar rule 66).
        return parser.WholeExpression() is { Constant: RangeValue range } node && parser.Problems.Count == 0
            && (node is UnaryRangeNode || (node is RangeNode && !range.Start.IsNull && !range.End.IsNull)) ? range : null;
    }
}
