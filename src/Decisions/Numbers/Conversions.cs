using System.Globalization;
using System.Numerics;
using Tongban.Decisions.Numbers;

namespace Tongban.Decisions;

public readonly partial struct FeelNumber
{
    /// <summary>An integer, exactly.</summary>
    public static FeelNumber From(long value) => value < 0 ? Pack(true, (UInt128)(-(Int128)value), 0) : Pack(false, (UInt128)value, 0);

    /// <summary>An integer, exactly.</summary>
    public static FeelNumber From(ulong value) => Pack(false, value, 0);

    /// <summary>A .NET decimal, exactly.</summary>
    public static FeelNumber From(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var coefficient = new UInt128((uint)bits[2], ((ulong)(uint)bits[1] << 32) | (uint)bits[0]);
        var (stripped, exponent) = (coefficient, -((bits[3] >> 16) & 0xFF));
        if (exponent < 0)
            (stripped, exponent) = Trimmed(coefficient, exponent);
        return Pack(bits[3] < 0, stripped, exponent);
    }

    /// <summary>The shortest decimal that reads back as this double; null for NaN and the infinities.</summary>
    public static FeelNumber? From(double value) =>
        double.IsFinite(value) && TryParse(value.ToString("R", CultureInfo.InvariantCulture), out var number) ? number : null;

    /// <summary>The number as a .NET decimal, rounded to its 28 digits.</summary>
    /// <returns>False when the magnitude is beyond <see cref="decimal"/>.</returns>
    public bool TryToDecimal(out decimal value) =>
        decimal.TryParse(ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    /// <summary>The number as an integer.</summary>
    /// <returns>False when it has a fraction or does not fit.</returns>
    public bool TryToInt64(out long value)
    {
        value = 0;
        var (coefficient, exponent) = Exponent == 0 ? (Coefficient, 0) : Digits.Strip(Coefficient, Exponent);
        if (exponent is < 0 or > 18 || Digits.Count(coefficient) + exponent > 20)
            return false;
        var signed = (Int128)(coefficient * Digits.Power(exponent)) * (IsNegative ? -1 : 1);
        if (signed < long.MinValue || signed > long.MaxValue)
            return false;
        value = (long)signed;
        return true;
    }

    /// <summary>The nearest double.</summary>
    public double ToDouble() => double.Parse(ToString(), CultureInfo.InvariantCulture);

    internal bool TryToInt32(out int value)
    {
        var fits = TryToInt64(out var wide) && wide is >= int.MinValue and <= int.MaxValue;
        value = fits ? (int)wide : 0;
        return fits;
    }

    internal static FeelNumber? From(BigInteger value, int exponent) => Make(value, exponent);

    // 5.00 becomes 5: whole numbers then meet the fast path.
    private static (UInt128 Coefficient, int Exponent) Trimmed(UInt128 coefficient, int exponent)
    {
        while (exponent < 0 && coefficient != 0 && coefficient % 10 == 0)
            (coefficient, exponent) = (coefficient / 10, exponent + 1);
        return (coefficient, coefficient == 0 ? 0 : exponent);
    }
}
