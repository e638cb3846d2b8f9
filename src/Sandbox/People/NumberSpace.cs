using Tongban.Codes;

namespace Tongban.Sandbox.People;

/// <summary>People 0, 1, 2… and citizen numbers, each computed from the other: a permutation of all numbers that can occur
/// (a Feistel network over 32 bits, walked until it falls into the space). So any number of people needs no memory.</summary>
internal sealed class NumberSpace(int seed)
{
    private const int FirstYear = 1925, LastYear = 2022;

    // How many numbers of a county begin before each year; years with fewer people have fewer order numbers a day.
    private static readonly long[] Before = CountBefore();

    /// <summary>How many people there can be.</summary>
    public static long Capacity { get; } = Places.Counties.Length * Before[^1];

    public (string County, DateOnly Born, int Order) Of(long person)
    {
        var x = person;
        do x = Permute((uint)x, forward: true); while (x >= Capacity);
        var (county, rest) = Math.DivRem(x, Before[^1]);
        var found = Array.BinarySearch(Before, rest);
        var year = FirstYear + (found >= 0 ? found : ~found - 1);
        var (day, order) = Math.DivRem(rest - Before[year - FirstYear], Orders(year));
        return (Places.Counties[county], new DateOnly(year, 1, 1).AddDays((int)day), (int)order + 1);
    }

    /// <summary>Which person bears the number; null: nobody can.</summary>
    public long? PersonOf(CitizenNumber number)
    {
        var county = Array.IndexOf(Places.Counties, number.Region);
        var (born, order) = (number.BirthDate, int.Parse(number.Value.AsSpan(14, 3), System.Globalization.CultureInfo.InvariantCulture) - 1);
        if (county < 0 || born.Year is < FirstYear or > LastYear || order < 0 || order >= Orders(born.Year)) return null;
        var x = county * Before[^1] + Before[born.Year - FirstYear] + (long)(born.DayOfYear - 1) * Orders(born.Year) + order;
        do x = Permute((uint)x, forward: false); while (x >= Capacity);
        return x;
    }

    private static int Orders(int year) => year switch { < 1935 => 80, < 1945 => 240, < 1955 => 450, < 1965 => 700, < 2005 => 998, _ => 750 };

    private static long[] CountBefore()
    {
        var before = new long[LastYear - FirstYear + 2];
        for (var year = FirstYear; year <= LastYear; year++)
            before[year - FirstYear + 1] = before[year - FirstYear] + (long)(DateTime.IsLeapYear(year) ? 366 : 365) * Orders(year);
        return before;
    }

    private uint Permute(uint x, bool forward)
    {
        var (left, right) = ((ushort)(x >> 16), (ushort)x);
        for (var i = 0; i < 4; i++)
        {
            var round = forward ? i : 3 - i;
            if (forward) (left, right) = (right, (ushort)(left ^ Round(right, round)));
            else (left, right) = ((ushort)(right ^ Round(left, round)), left);
        }
        return (uint)left << 16 | right;
    }

    private ushort Round(ushort half, int round) => (ushort)Mixer.Mix(seed, half, 1000 + round);
}
