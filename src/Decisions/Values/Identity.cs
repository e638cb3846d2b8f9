using Tongban.Decisions.Time;

namespace Tongban.Decisions.Values;

/// <summary>The function is() (10.3.4.6): the same element of the semantic domain, so 12:00Z is not 13:00+01:00.</summary>
internal static class Identity
{
    public static bool Of(FeelValue a, FeelValue b) => (a, b) switch
    {
        (TimeValue x, TimeValue y) => x.Nanos == y.Nanos && Equals(x.Zone, y.Zone),
        (DateTimeValue x, DateTimeValue y) => x.Date == y.Date && x.Nanos == y.Nanos && Equals(x.Zone, y.Zone),
        _ => a.Kind == b.Kind && Comparison.Same(a, b) == true,
    };
}
