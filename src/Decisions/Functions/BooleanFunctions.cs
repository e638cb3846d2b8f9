using Tongban.Decisions.Values;

namespace Tongban.Decisions.Functions;

/// <summary>Boolean functions (10.3.4.2).</summary>
internal static class BooleanFunctions
{
    public static readonly (string, Body)[] All =
    [
        ("not(negand: any): boolean", (_, a) => a[0] switch { BooleanValue b => !b.Value, NullValue n => n, _ => null }),
        ("is(value1: any, value2: any): boolean", (_, a) => Identity.Of(a[0]!, a[1]!)),
    ];
}
