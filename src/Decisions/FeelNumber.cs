using System.Numerics;
using Tongban.Decisions.Numbers;

namespace Tongban.Decisions;

/// <summary>
/// A FEEL number (DMN 1.5, 10.3.2.3.1): a decimal of 34 digits as IEEE 754-2008 decimal128 has it, rounded half to even.
/// 1.0 and 1.00 are one number; there are no infinities, no NaN and no negative zero: what would be one is null in FEEL.
/// </summary>
/// <remarks>Sixteen bytes: sign (1 bit), exponent (14 bits, two's complement), coefficient (113 bits).</remarks>
public readonly partial struct FeelNumber : IEquatable<FeelNumber>, IComparable<FeelNumber>
{
    /// <summary>The number of significant decimal digits.</summary>
    public const int Precision = 34;

    internal const int MinExponent = -6176;
    internal const int MaxExponent = 6111;
    private const ulong SignBit = 1UL << 63;
    private const ulong HighMask = (1UL << 49) - 1;

    private readonly ulong high;
    private readonly ulong low;

    private FeelNumber(ulong high, ulong low) => (this.high, this.low) = (high, low);

    /// <summary>Zero, which is also the default value.</summary>
    public static FeelNumber Zero => default;

    /// <summary>One.</summary>
    public static FeelNumber One => new(0, 1);

    internal UInt128 Coefficient => new(high & HighMask, low);
    internal int Exponent => (int)((long)(high << 1) >> 50);

    /// <summary>Whether the number is less than zero.</summary>
    public bool IsNegative => (high & SignBit) != 0;

    /// <summary>Whether the number is zero.</summary>
    public bool IsZero => ((high & HighMask) | low) == 0;

    /// <summary>-1, 0 or 1.</summary>
    public int Sign => IsZero ? 0 : IsNegative ? -1 : 1;

    /// <summary>Whether the number has no fraction.</summary>
    public bool IsInteger => Exponent >= 0 || Digits.Strip(Coefficient, Exponent).Exponent >= 0;

    // An exponent of zero and a coefficient of 64 bits: what business data is made of.
    private bool IsSmall => (high & ~SignBit) == 0;

    internal static FeelNumber Pack(bool negative, UInt128 coefficient, int exponent) => coefficient == UInt128.Zero
        ? default
        : new((ulong)(coefficient >> 64) | ((ulong)(exponent & 0x3FFF) << 49) | (negative ? SignBit : 0), (ulong)coefficient);

    /// <summary>Rounds to 34 digits; null when the magnitude is beyond decimal128.</summary>
    internal static FeelNumber? Make(bool negative, UInt128 coefficient, int exponent)
    {
        if (coefficient >= Digits.Limit)
            (coefficient, exponent) = Digits.Round34(coefficient, exponent);
        return coefficient == 0 ? Zero : Fit(negative, coefficient, exponent);
    }

    /// <summary>Rounds to 34 digits; null when the magnitude is beyond decimal128.</summary>
    internal static FeelNumber? Make(BigInteger value, int exponent)
    {
        var (coefficient, scale) = Digits.Round34(BigInteger.Abs(value), exponent);
        return coefficient == 0 ? Zero : Fit(value.Sign < 0, coefficient, scale);
    }

    private static FeelNumber? Fit(bool negative, UInt128 coefficient, int exponent)
    {
        if (exponent > MaxExponent)
        {
            var pad = exponent - MaxExponent;
            if (pad > Precision - Digits.Count(coefficient))
                return null;
            return Pack(negative, coefficient * Digits.Power(pad), MaxExponent);
        }

        if (exponent >= MinExponent)
            return Pack(negative, coefficient, exponent);
        var drop = MinExponent - exponent;
        if (drop > Precision)
            return Zero;
        return Pack(negative, Digits.Quantise(coefficient, drop, negative, RoundingMode.HalfEven), MinExponent);
    }

    internal BigInteger Signed => IsNegative ? -(BigInteger)Coefficient : (BigInteger)Coefficient;

    /// <summary>The absolute value.</summary>
    public FeelNumber Abs() => new(high & ~SignBit, low);

    /// <summary>The number with its sign turned.</summary>
    public static FeelNumber operator -(FeelNumber value) => value.IsZero ? default : new(value.high ^ SignBit, value.low);

    /// <inheritdoc/>
    public bool Equals(FeelNumber other) => (high == other.high && low == other.low) || CompareTo(other) == 0;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is FeelNumber other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var (coefficient, exponent) = Digits.Strip(Coefficient, Exponent);
        return HashCode.Combine(IsNegative, coefficient, exponent);
    }

    /// <inheritdoc/>
    public int CompareTo(FeelNumber other)
    {
        if (IsSmall && other.IsSmall && !IsNegative && !other.IsNegative)
            return low.CompareTo(other.low);
        if (Sign != other.Sign)
            return Sign.CompareTo(other.Sign);
        return IsNegative ? CompareMagnitude(other, this) : CompareMagnitude(this, other);
    }

    private static int CompareMagnitude(FeelNumber a, FeelNumber b)
    {
        UInt128 x = a.Coefficient, y = b.Coefficient;
        int p = a.Exponent, q = b.Exponent;
        if (p == q || x == 0 || y == 0)
            return x.CompareTo(y);
        var sizes = (Digits.Count(x) + p).CompareTo(Digits.Count(y) + q);
        if (sizes != 0)
            return sizes;
        return p > q ? (x * Digits.Power(p - q)).CompareTo(y) : x.CompareTo(y * Digits.Power(q - p));
    }

    /// <summary>Equality of values.</summary>
    public static bool operator ==(FeelNumber left, FeelNumber right) => left.Equals(right);

    /// <summary>Inequality of values.</summary>
    public static bool operator !=(FeelNumber left, FeelNumber right) => !left.Equals(right);

    /// <summary>Less than.</summary>
    public static bool operator <(FeelNumber left, FeelNumber right) => left.CompareTo(right) < 0;

    /// <summary>Less than or equal.</summary>
    public static bool operator <=(FeelNumber left, FeelNumber right) => left.CompareTo(right) <= 0;

    /// <summary>Greater than.</summary>
    public static bool operator >(FeelNumber left, FeelNumber right) => left.CompareTo(right) > 0;

    /// <summary>Greater than or equal.</summary>
    public static bool operator >=(FeelNumber left, FeelNumber right) => left.CompareTo(right) >= 0;

    /// <summary>The number in FEEL notation, without trailing zeros: <c>12.5</c>, <c>1E+400</c>.</summary>
    public override string ToString() => NumberText.Format(this);

    /// <summary>Reads a FEEL numeric literal with an optional sign; more than 34 digits are rounded half to even.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out FeelNumber number) => NumberText.TryParse(text, out number);

    /// <summary>Reads a FEEL numeric literal.</summary>
    /// <exception cref="FormatException">The text is no number of FEEL.</exception>
    public static FeelNumber Parse(string text) => TryParse(text, out var number)
        ? number
        : throw new FormatException(Messages.NotANumber(text).En);
}
