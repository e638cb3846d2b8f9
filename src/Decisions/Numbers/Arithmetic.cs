using System.Numerics;
using Tongban.Decisions.Numbers;

namespace Tongban.Decisions;

public readonly partial struct FeelNumber
{
    /// <summary>Sum, rounded half to even; null beyond decimal128 (10.3.2.11).</summary>
    public static FeelNumber? Add(FeelNumber a, FeelNumber b)
    {
        if (a.IsSmall && b.IsSmall)
        {
            var sum = a.SmallSigned + b.SmallSigned;
            return sum < 0 ? Pack(true, (UInt128)(-sum), 0) : Pack(false, (UInt128)sum, 0);
        }

        if (a.Exponent < b.Exponent)
            (a, b) = (b, a);
        if (a.IsZero)
            return b;
        if (b.IsZero)
            return a;
        var gap = a.Exponent - b.Exponent;
        if (gap + Digits.Count(a.Coefficient) <= 37)
        {
            var x = a.Coefficient * Digits.Power(gap);
            var y = b.Coefficient;
            if (a.IsNegative == b.IsNegative)
                return Make(a.IsNegative, x + y, b.Exponent);
            return x >= y ? Make(a.IsNegative, x - y, b.Exponent) : Make(b.IsNegative, y - x, b.Exponent);
        }

        // Beyond 80 digits the smaller one only decides which way the rounding goes: one sticky digit stands for it.
        return gap > 80
            ? Make((a.Signed * BigInteger.Pow(10, 40)) + b.Sign, a.Exponent - 40)
            : Make((a.Signed * BigInteger.Pow(10, gap)) + b.Signed, b.Exponent);
    }

    /// <summary>Difference, rounded half to even; null beyond decimal128.</summary>
    public static FeelNumber? Subtract(FeelNumber a, FeelNumber b) => Add(a, -b);

    /// <summary>Product, rounded half to even; null beyond decimal128.</summary>
    public static FeelNumber? Multiply(FeelNumber a, FeelNumber b)
    {
        UInt128 x = a.Coefficient, y = b.Coefficient;
        var exponent = a.Exponent + b.Exponent;
        var negative = a.IsNegative != b.IsNegative;
        if (x <= ulong.MaxValue && y <= ulong.MaxValue)
            return Make(negative, x * y, exponent);
        var product = (BigInteger)x * (BigInteger)y;
        return Make(negative ? -product : product, exponent);
    }

    /// <summary>Quotient, rounded half to even; null for a divisor of zero.</summary>
    public static FeelNumber? Divide(FeelNumber a, FeelNumber b)
    {
        if (b.IsZero)
            return null;
        UInt128 x = a.Coefficient, y = b.Coefficient;
        var exponent = a.Exponent - b.Exponent;
        var negative = a.IsNegative != b.IsNegative;
        var (exact, left) = UInt128.DivRem(x, y);
        if (left == 0)
            return Make(negative, exact, exponent);
        var scale = Math.Max(0, Precision + 2 + Digits.Count(y) - Digits.Count(x));
        var quotient = BigInteger.DivRem((BigInteger)x * BigInteger.Pow(10, scale), y, out var rest);
        if (!rest.IsZero)
            (quotient, scale) = ((quotient * 10) + 1, scale + 1);
        return Stripped(Make(negative ? -quotient : quotient, exponent - scale));
    }

    /// <summary>a - b * floor(a / b), with the sign of <paramref name="b"/> (10.3.4.5 modulo); null for a divisor of zero.</summary>
    public static FeelNumber? Modulo(FeelNumber a, FeelNumber b)
    {
        if (b.IsZero)
            return null;
        var exponent = Math.Min(a.Exponent, b.Exponent);
        var x = a.Signed * BigInteger.Pow(10, a.Exponent - exponent);
        var y = b.Signed * BigInteger.Pow(10, b.Exponent - exponent);
        var rest = BigInteger.Remainder(x, y);
        if (!rest.IsZero && rest.Sign != y.Sign)
            rest += y;
        return Make(rest, exponent);
    }

    /// <summary>Rounds to <paramref name="scale"/> decimals (negative: to tens, hundreds…).</summary>
    internal FeelNumber? Round(int scale, RoundingMode mode)
    {
        var drop = -Exponent - scale;
        if (drop <= 0 || IsZero)
            return this;
        return Make(IsNegative, Digits.Quantise(Coefficient, drop, IsNegative, mode), -scale);
    }

    private static FeelNumber? Stripped(FeelNumber? number)
    {
        if (number is not { } value)
            return null;
        var (coefficient, exponent) = Digits.Strip(value.Coefficient, value.Exponent);
        return exponent > 0 ? value : Pack(value.IsNegative, coefficient, exponent);
    }

    private Int128 SmallSigned => IsNegative ? -(Int128)low : low;
}
