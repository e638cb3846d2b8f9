using System.Numerics;

namespace Tongban.Decisions.Numbers;

/// <summary>sqrt, exp, log and powers to 34 digits, in fixed point of 60 decimals.</summary>
internal static class Transcendental
{
    private const int Places = 60;
    private static readonly BigInteger Unit = BigInteger.Pow(10, Places);
    private static readonly BigInteger Ln2 = (18 * Atanh(Unit / 26)) - (2 * Atanh(Unit / 4801)) + (8 * Atanh(Unit / 8749));
    private static readonly BigInteger Ln10 = (3 * Ln2) + (2 * Atanh(Unit / 9));

    public static FeelNumber? Sqrt(FeelNumber x)
    {
        if (x.IsNegative)
            return null;
        var exponent = x.Exponent;
        var shift = 80 + (exponent & 1);
        var value = (BigInteger)x.Coefficient * BigInteger.Pow(10, shift);
        var root = Root(value);
        var scale = (exponent - shift) / 2;
        return root * root == value ? FeelNumber.Make(root, scale) : FeelNumber.Make((root * 10) + 1, scale - 1);
    }

    /// <summary>e to the power of x; null beyond decimal128.</summary>
    public static FeelNumber? Exp(FeelNumber x)
    {
        if (x.Abs() > FeelNumber.From(14_300))
            return x.IsNegative ? FeelNumber.Zero : null;
        return ExpFixed(ToFixed(x));
    }

    /// <summary>Natural logarithm; null for what is not above zero.</summary>
    public static FeelNumber? Log(FeelNumber x) => x.Sign <= 0 ? null : FeelNumber.Make(LogFixed(x), -Places);

    /// <summary>Power; null for a zero base with a negative exponent, a fraction of a negative base, and beyond decimal128.</summary>
    public static FeelNumber? Power(FeelNumber x, FeelNumber y)
    {
        if (y.IsZero)
            return FeelNumber.One;
        if (x.IsZero)
            return y.IsNegative ? null : FeelNumber.Zero;
        if (y.TryToInt64(out var n) && Math.Abs(n) < 1_000_000_000)
            return IntegerPower(x, n);
        if (x.IsNegative)
            return null;
        var product = LogFixed(x) * y.Signed;
        var scaled = y.Exponent >= 0 ? product * BigInteger.Pow(10, Math.Min(y.Exponent, 100)) : product / BigInteger.Pow(10, Math.Min(-y.Exponent, 7000));
        return BigInteger.Abs(scaled) > 14_300 * Unit ? scaled.Sign < 0 ? FeelNumber.Zero : null : ExpFixed(scaled);
    }

    private static FeelNumber? IntegerPower(FeelNumber x, long n)
    {
        var (coefficient, exponent) = Digits.Strip(x.Coefficient, x.Exponent);
        BigInteger result = 1, factor = coefficient;
        long resultScale = 0, factorScale = exponent;
        for (var left = Math.Abs(n); left > 0; left >>= 1)
        {
            if ((left & 1) == 1)
                (result, resultScale) = Shorten(result * factor, resultScale + factorScale);
            (factor, factorScale) = Shorten(factor * factor, factorScale * 2);
        }

        var negative = x.IsNegative && (n & 1) == 1;
        if (n < 0)
            (result, resultScale) = (BigInteger.Pow(10, 150) / result, -150 - resultScale);
        if (resultScale > 7000)
            return null;
        return resultScale < -7000 ? FeelNumber.Zero : FeelNumber.Make(negative ? -result : result, (int)resultScale);
    }

    private static (BigInteger Value, long Scale) Shorten(BigInteger value, long scale)
    {
        var drop = Digits.Count(value) - 70;
        return drop <= 0 ? (value, scale) : (value / BigInteger.Pow(10, drop), scale + drop);
    }

    private static FeelNumber? ExpFixed(BigInteger x)
    {
        var tens = BigInteger.Divide(x, Ln10);
        var rest = x - (tens * Ln10);
        BigInteger sum = Unit, term = Unit;
        for (var i = 1; !term.IsZero; i++)
        {
            term = term * rest / Unit / i;
            sum += term;
        }

        return FeelNumber.Make(sum, (int)tens - Places);
    }

    private static BigInteger LogFixed(FeelNumber x)
    {
        var digits = Digits.Count(x.Coefficient);
        var mantissa = (BigInteger)x.Coefficient * BigInteger.Pow(10, Places - digits + 1);
        // Three square roots bring 1..10 below 1.34, where the series is short.
        for (var i = 0; i < 3; i++)
            mantissa = Root(mantissa * Unit);
        var near = 16 * Atanh((mantissa - Unit) * Unit / (mantissa + Unit));
        return near + ((x.Exponent + digits - 1) * Ln10);
    }

    private static BigInteger Atanh(BigInteger z)
    {
        var square = z * z / Unit;
        BigInteger sum = 0, power = z;
        for (var i = 1; !power.IsZero; i += 2)
        {
            sum += power / i;
            power = power * square / Unit;
        }

        return sum;
    }

    private static BigInteger Root(BigInteger value)
    {
        if (value.IsZero)
            return 0;
        var guess = BigInteger.One << (int)((value.GetBitLength() + 1) / 2);
        while (true)
        {
            var next = (guess + (value / guess)) >> 1;
            if (next >= guess)
                return guess;
            guess = next;
        }
    }

    private static BigInteger ToFixed(FeelNumber x)
    {
        var shift = x.Exponent + Places;
        return shift >= 0 ? x.Signed * BigInteger.Pow(10, shift) : x.Signed / BigInteger.Pow(10, -shift);
    }
}
