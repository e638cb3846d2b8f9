using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Platform.Data;

/// <summary>A named counter: the highest number handed out in blocks so far.</summary>
public sealed class Serial
{
    public required string Name { get; init; }
    public long Reserved { get; set; }
}

public sealed class SerialMapping : IEntityTypeConfiguration<Serial>
{
    public void Configure(EntityTypeBuilder<Serial> builder)
    {
        builder.ToTable("serials");
        builder.HasKey(s => s.Name);
        builder.Property(s => s.Name).HasMaxLength(80);
        builder.Property(s => s.Reserved).IsConcurrencyToken();
        builder.NotLedgered("Counters: the numbers they gave stand in the rows that bear them.");
    }
}

/// <summary>Numbers of cases and documents: unique for ever, taken in blocks, so that many clerks and processes
/// do not queue for one counter. A stop leaves a gap; a number is never given twice.</summary>
public sealed class Serials(GroupCommit commit, CityTime time)
{
    private const int BlockSize = 64;
    private readonly ConcurrentDictionary<string, Block> blocks = new();

    public async Task<long> NextAsync(string name)
    {
        var block = blocks.GetOrAdd(name, _ => new Block());
        await block.Gate.WaitAsync();
        try
        {
            if (block.Next > block.Last) await ReserveAsync(name, block);
            return block.Next++;
        }
        finally
        {
            block.Gate.Release();
        }
    }

    private async Task ReserveAsync(string name, Block block)
    {
        var last = await commit.RunAsync(new Proceeding(Actor.System("serials"), time.Now), async db =>
        {
            var serial = await db.Set<Serial>().AsTracking().SingleOrDefaultAsync(s => s.Name == name);
            if (serial is null) db.Add(serial = new Serial { Name = name });
            return serial.Reserved += BlockSize;
        });
        (block.Next, block.Last) = (last - BlockSize + 1, last);
    }

    private sealed class Block
    {
        public SemaphoreSlim Gate { get; } = new(1);
        public long Next { get; set; } = 1;
        public long Last { get; set; }
    }
}
