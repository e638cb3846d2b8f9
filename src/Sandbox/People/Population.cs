using Tongban.Codes;

namespace Tongban.Sandbox.People;

/// <summary>Everybody: the demo people by name, the others computed from seed and number.</summary>
public sealed class Population
{
    private readonly int seed;
    private readonly long size;
    private readonly NumberSpace space;

    /// <summary>A population of this size; the same seed gives the same people.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The size is negative or above <see cref="Most"/>.</exception>
    public Population(int seed, long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, Most);
        (this.seed, this.size, space) = (seed, size, new NumberSpace(seed));
    }

    public long Size => size;

    /// <summary>The largest population.</summary>
    public static long Most => NumberSpace.Capacity;

    /// <summary>Who bears the number on that day; null: nobody.</summary>
    public Person? Find(string number, DateOnly today)
    {
        if (!CitizenNumber.TryParse(number, today, out var read, out _)) return null;
        return DemoPeople.Find(read.Value) ?? (space.PersonOf(read) is { } index && index < size ? Life.Of(read, new Chance(seed, index)) : null);
    }

    /// <summary>Whoever does not bear this number.</summary>
    internal Person SomebodyElse(string number) => At(0) is var first && first.Number != number ? first : At(1);

    /// <summary>Person <paramref name="index"/>, from 0 up to the size.</summary>
    public Person At(long index)
    {
        var (county, born, order) = space.Of(index);
        return Life.Of(CitizenNumber.Create(county, born, order), new Chance(seed, index));
    }
}
