using Tongban.Sandbox.People;

namespace Tongban.Sandbox.Tests.People;

// The memory is the whole process's: nothing else may run meanwhile.
[CollectionDefinition("alone", DisableParallelization = true)]
public sealed class Alone;

[Collection("alone")]
public class MemoryTests
{
    private const int Size = 20_000_000;
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public void TwentyMillionPeople_TakeNoMemory()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var people = new Population(7, Size);
        var found = 0;
        for (long index = 0; index < Size; index += 1999) found += people.Find(people.At(index).Number, Today) is null ? 0 : 1;
        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.Equal((Size + 1998) / 1999, found);
        Assert.True(grown < 1_000_000, $"{grown} bytes");
        GC.KeepAlive(people);
    }
}
