using CsCheck;

namespace Tongban.Decisions.Tests;

/// <summary>What holds for every expression, number and value.</summary>
public class PropertyTests
{
    private static readonly FeelContext Inputs = new()
    {
        { "a", 7 }, { "b 名", "名" }, { "清单", new[] { 1, 2, 3 } }, { "x", new FeelContext { { "k", null } } }, { "人", new FeelContext { { "年 龄", 40 } } },
    };

    private static readonly EvaluationOptions Options = new() { Fuel = 20_000, Now = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero) };

    [Fact]
    public void Expression_PrintedAndParsedAgain_IsTheSame() => Expressions.Gen.Sample(
        text =>
        {
            var once = Feel.Parse(text, Expressions.Scope);
            Assert.True(once.Value is not null, $"{text}: {string.Join("; ", once.Problems)}");
            var printed = once.Value.ToString();
            var twice = Feel.Parse(printed, Expressions.Scope);
            Assert.True(twice.Value is not null, $"{text} -> {printed}: {string.Join("; ", twice.Problems)}");
            Assert.Equal(printed, twice.Value.ToString());
            Assert.Equal(once.Value.Evaluate(Inputs, Options).Value.ToString(), twice.Value.Evaluate(Inputs, Options).Value.ToString());
        },
        iter: 3000);

    [Fact]
    public void Expression_NeverThrows() => Expressions.Gen.Sample(
        text =>
        {
            if (Feel.Parse(text, Expressions.Scope).Value?.Evaluate(Inputs, Options) is { Value: var value })
                _ = value.ToString() + value.ToText() + value.GetHashCode() + value.Type;
        },
        iter: 5000);

    [Fact]
    public void AnyText_GivesExpressionOrProblems() => Gen.OneOf(
        Gen.String,
        Gen.Select(Expressions.Gen, Gen.Int[0, 60], Gen.String[0, 3], (text, at, noise) => text.Insert(Math.Min(at, text.Length), noise)),
        Gen.Select(Expressions.Gen, Gen.Int[0, 60], (text, at) => text.Remove(Math.Min(at, text.Length)))).Sample(
        text =>
        {
            var parsed = Feel.Parse(text, Expressions.Scope);
            Assert.True(parsed.Value is not null || parsed.Problems.Count > 0, text);
            parsed.Value?.Evaluate(Inputs, Options);
            Feel.ParseUnaryTests(text, Expressions.Scope, FeelType.Number).Value?.Evaluate(Inputs, Options);
        },
        iter: 5000);

    [Fact]
    public void LiteralOfValue_GivesValueAgain() => Expressions.Gen.Sample(
        text =>
        {
            if (Feel.Parse(text, Expressions.Scope).Value?.Evaluate(Inputs, Options).Value is not { } value || value.ToString().Contains("function", StringComparison.Ordinal))
                return;
            var again = Feel.Parse(value.ToString(), FeelScope.Empty);
            if (again.Ok)
                Assert.Equal(value.ToString(), again.Value!.Evaluate([]).Value.ToString());
        },
        iter: 3000);

    [Fact]
    public void Numbers_AgreeWithDecimalWhereItReaches() => Gen.Select(Gen.Decimal[-1_000_000_000m, 1_000_000_000m], Gen.Decimal[-1_000_000m, 1_000_000m]).Sample((x, y) =>
    {
        x = decimal.Round(x, 8);
        y = decimal.Round(y, 4);
        FeelNumber a = FeelNumber.From(x), b = FeelNumber.From(y);
        Assert.Equal(FeelNumber.From(x + y), FeelNumber.Add(a, b));
        Assert.Equal(FeelNumber.From(x - y), FeelNumber.Subtract(a, b));
        Assert.Equal(FeelNumber.From(x * y), FeelNumber.Multiply(a, b));
        Assert.Equal(Math.Sign(x.CompareTo(y)), Math.Sign(a.CompareTo(b)));
        Assert.Equal(a, FeelNumber.Parse(a.ToString()));
        Assert.True(a.TryToDecimal(out var back) && back == x);
        if (y != 0)
            Assert.Equal(FeelNumber.From(decimal.Round(x / y, 10)), FeelNumber.From(decimal.Round(AsDecimal(FeelNumber.Divide(a, b)!.Value), 10)));
    });

    [Fact]
    public void Numbers_Of34Digits_KeepOrderAndSum() => Gen.Select(Number, Number, Number).Sample((a, b, c) =>
    {
        Assert.Equal(FeelNumber.Add(a, b), FeelNumber.Add(b, a));
        Assert.Equal(FeelNumber.Multiply(a, b), FeelNumber.Multiply(b, a));
        Assert.Equal(a, FeelNumber.Parse(a.ToString()));
        Assert.Equal(FeelNumber.Zero, FeelNumber.Subtract(a, a));
        if (a < b && b < c)
            Assert.True(a < c);
        if (!b.IsZero)
            Assert.True(Near(a, FeelNumber.Multiply(FeelNumber.Divide(a, b)!.Value, b)!.Value), $"{a} / {b}");
        if (!a.IsNegative)
            Assert.True(Near(a, FeelNumber.Parse(Evaluated($"sqrt({a}) ** 2"))), $"sqrt({a})");
    });

    // Two roundings of 34 digits.
    private static bool Near(FeelNumber expected, FeelNumber actual) =>
        expected == actual || FeelNumber.Subtract(expected, actual)!.Value.Abs() <= FeelNumber.Multiply(expected.Abs(), FeelNumber.Parse("1E-32"))!.Value;

    private static string Evaluated(string text) => Feel.Parse(text, FeelScope.Empty).Require().Evaluate([]).Value.ToString();

    private static Gen<FeelNumber> Number { get; } = Gen.Select(
        Gen.String[Gen.Char['0', '9'], 1, 34], Gen.Int[-60, 60], Gen.Bool, (digits, exponent, negative) => FeelNumber.Parse($"{(negative ? "-" : "")}{digits}E{exponent}"));

    private static decimal AsDecimal(FeelNumber number) => number.TryToDecimal(out var value) ? value : 0;
}
