namespace Tongban.Sandbox.People;

/// <summary>Well-mixed bits that can be repeated.</summary>
internal static class Mixer
{
    /// <summary>64 bits (the finalizer of SplitMix64).</summary>
    public static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ value >> 30) * 0xBF58476D1CE4E5B9;
        value = (value ^ value >> 27) * 0x94D049BB133111EB;
        return value ^ value >> 31;
    }

    public static ulong Mix(int seed, long person, int purpose) =>
        Mix(Mix((ulong)(uint)seed ^ (ulong)purpose << 32) ^ (ulong)person);
}
