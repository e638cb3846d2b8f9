using Tongban.Decisions.Numbers;
using Tongban.Decisions.Values;

namespace Tongban.Decisions.Functions;

/// <summary>Numeric functions (10.3.4.5).</summary>
internal static class NumericFunctions
{
    public static readonly (string, Body)[] All =
    [
        ("decimal(n: number, scale: number): number", (_, a) => Round(a, RoundingMode.HalfEven)),
        ("floor(n: number, scale?: number): number", (_, a) => Round(a, RoundingMode.Floor)),
        ("ceiling(n: number, scale?: number): number", (_, a) => Round(a, RoundingMode.Ceiling)),
        ("round up(n: number, scale: number): number", (_, a) => Round(a, RoundingMode.Up)),
        ("round down(n: number, scale: number): number", (_, a) => Round(a, RoundingMode.Down)),
        ("round half up(n: number, scale: number): number", (_, a) => Round(a, RoundingMode.HalfUp)),
        ("round half down(n: number, scale: number): number", (_, a) => Round(a, RoundingMode.HalfDown)),
        ("abs(n: number): number", (_, a) => new NumberValue(N(a[0]).Abs())),
        ("abs(n: days and time duration): days and time duration", (_, a) => Calculation.Negate(a[0]!) is var negative && Comparison.Order(a[0]!, negative!) < 0 ? negative : a[0]),
        ("abs(n: years and months duration): years and months duration", (_, a) => Calculation.Negate(a[0]!) is var negative && Comparison.Order(a[0]!, negative!) < 0 ? negative : a[0]),
        ("modulo(dividend: number, divisor: number): number", (_, a) => Of(FeelNumber.Modulo(N(a[0]), N(a[1])))),
        ("sqrt(number: number): number", (call, a) => Costly(call, Transcendental.Sqrt(N(a[0])))),
        ("log(number: number): number", (call, a) => Costly(call, Transcendental.Log(N(a[0])))),
        ("exp(number: number): number", (call, a) => Costly(call, Transcendental.Exp(N(a[0])))),
        ("odd(number: number): boolean", (_, a) => IsEven(a[0]) is { } even ? !even : null),
        ("even(number: number): boolean", (_, a) => IsEven(a[0]) is { } even ? even : null),
    ];

    private static FeelNumber N(FeelValue? value) => ((NumberValue)value!).Number;

    private static FeelValue? Of(FeelNumber? number) => number is { } n ? new NumberValue(n) : null;

    private static FeelValue? Costly(Call call, FeelNumber? number)
    {
        call.Run.Burn(50);
        return Of(number);
    }

    private static bool? IsEven(FeelValue? value) =>
        N(value).IsInteger && FeelNumber.Modulo(N(value), FeelNumber.From(2L)) is { } rest ? rest.IsZero : null;

    private static FeelValue? Round(FeelValue?[] a, RoundingMode mode)
    {
        // A scale that was written, but is null, makes the result null.
        if (a.Length > 1 && a[1] is { IsNull: true })
            return FeelValue.Null;
        var scale = 0;
        return (a.Length < 2 || a[1] is null || (N(a[1]).Round(0, RoundingMode.Down) is { } whole && whole.TryToInt32(out scale))) && scale is >= -6111 and <= 6176 ? Of(N(a[0]).Round(scale, mode)) : null;
    }
}
