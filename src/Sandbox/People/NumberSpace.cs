using System.Globalization;

namespace Tongban.Sandbox.People;

/// <summary>People 0, 1, 2… and citizen numbers, each computed from the other: a permutation of all possible numbers
/// (a Feistel network over 32 bits, walked until it falls into the space). So any number of people needs no memory.</summary>
internal sealed class NumberSpace(int seed)
{
    private static readonly DateOnly First = new(1925, 1, 1);
    private static readonly int Days = new DateOnly(2022, 12, 31).DayNumber - First.DayNumber + 1;
    private const int Orders = 998;

    // Counties of Shenzhen and of other places.
    private static readonly string[] Regions =
    [
        "440303", "440304", "440305", "440306", "440307", "440308", "440309", "440310", "440311",
        "440106", "440402", "440604", "441302", "441900", "445102", "430104", "420106", "360102", "330106",
        "320102", "310115", "350203", "370202", "410105", "450103", "510104", "500103", "610113", "110108",
    ];

    /// <summary>How many people there can be.</summary>
    public static long Capacity { get; } = (long)Regions.Length * Days * Orders;

    public (string Region, DateOnly Born, int Order) Of(long person)
    {
        var x = person;
        do x = Permute((uint)x, forward: true); while (x >= Capacity);
        return (Regions[x / ((long)Days * Orders)], First.AddDays((int)(x / Orders % Days)), (int)(x % Orders) + 1);
    }

    /// <summary>Which person bears the number; null: nobody can.</summary>
    public long? PersonOf(string number)
    {
        var region = Array.IndexOf(Regions, number[..6]);
        if (region < 0 || !DateOnly.TryParseExact(number.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born)) return null;
        var (day, order) = (born.DayNumber - First.DayNumber, int.Parse(number.AsSpan(14, 3), CultureInfo.InvariantCulture) - 1);
        if (day < 0 || day >= Days || order is < 0 or >= Orders) return null;
        long x = ((long)region * Days + day) * Orders + order;
        do x = Permute((uint)x, forward: false); while (x >= Capacity);
        return x;
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
