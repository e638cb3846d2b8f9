using System.Numerics;

namespace Tongban.Decisions.Numbers;

/// <summary>Decimal digits of unsigned coefficients: counting, shifting, rounding.</summary>
internal static class Digits
{
    private static readonly UInt128[] Powers = [.. Enumerable.Range(0, 39).Select(n => UInt128.Parse("1" + new string('0', n), System.Globalization.CultureInfo.InvariantCulture))];
    private static readonly BigInteger BigLimit = BigInteger.Pow(10, FeelNumber.Precision);

    /// <summary>10^34: the first coefficient that is too long.</summary>
    public static readonly UInt128 Limit = Powers[34];

    /// <summary>10^n, n from 0 to 38.</summary>
    public static UInt128 Power(int n) => Powers[n];

    public static int Count(UInt128 value)
    {
        // 1233/4096 is just above log10(2): the guess is right or one too many.
        var bits = 128 - (int)UInt128.LeadingZeroCount(value);
        var guess = (bits * 1233) >> 12;
        return guess < 39 && value >= Powers[guess] ? guess + 1 : guess;
    }

    public static int Count(BigInteger value)
    {
        if (value.IsZero)
            return 0;
        var guess = (int)((value.GetBitLength() - 1) * 0.30102999566398119);
        return BigInteger.Pow(10, guess) <= value && value < BigInteger.Pow(10, guess + 1) ? guess + 1
            : value < BigInteger.Pow(10, guess) ? guess : guess + 2;
    }

    public static (UInt128 Coefficient, int Exponent) Strip(UInt128 coefficient, int exponent)
    {
        if (coefficient == 0)
            return (0, 0);
        while (true)
        {
            var (quotient, rest) = UInt128.DivRem(coefficient, 10);
            if (rest != 0)
                return (coefficient, exponent);
            (coefficient, exponent) = (quotient, exponent + 1);
        }
    }

    /// <summary>Drops the last <paramref name="drop"/> digits.</summary>
    public static UInt128 Quantise(UInt128 coefficient, int drop, bool negative, RoundingMode mode)
    {
        if (coefficient == 0)
            return 0;
        if (drop > 38)
            return RoundsAway(0, -1, negative, mode) ? 1u : 0u;
        var (quotient, rest) = UInt128.DivRem(coefficient, Powers[drop]);
        if (rest == 0)
            return quotient;
        var half = rest.CompareTo(Powers[drop] - rest);
        return RoundsAway(quotient, half, negative, mode) ? quotient + 1 : quotient;
    }

    private static bool RoundsAway(UInt128 quotient, int half, bool negative, RoundingMode mode) => mode switch
    {
        RoundingMode.HalfEven => half > 0 || (half == 0 && UInt128.IsOddInteger(quotient)),
        RoundingMode.HalfUp => half >= 0,
        RoundingMode.HalfDown => half > 0,
        RoundingMode.Up => true,
        RoundingMode.Floor => negative,
        RoundingMode.Ceiling => !negative,
        _ => false,
    };

    public static (UInt128 Coefficient, int Exponent) Round34(UInt128 coefficient, int exponent)
    {
        var drop = Count(coefficient) - FeelNumber.Precision;
        var rounded = Quantise(coefficient, drop, false, RoundingMode.HalfEven);
        return rounded == Limit ? (Powers[33], exponent + drop + 1) : (rounded, exponent + drop);
    }

    public static (UInt128 Coefficient, int Exponent) Round34(BigInteger magnitude, int exponent)
    {
        if (magnitude < BigLimit)
            return ((UInt128)magnitude, exponent);
        var drop = Count(magnitude) - FeelNumber.Precision;
        var unit = BigInteger.Pow(10, drop);
        var quotient = BigInteger.DivRem(magnitude, unit, out var rest);
        var half = (rest * 2).CompareTo(unit);
        if (half > 0 || (half == 0 && !quotient.IsEven))
            quotient += 1;
        return quotient == BigLimit ? (Powers[33], exponent + drop + 1) : ((UInt128)quotient, exponent + drop);
    }
}
