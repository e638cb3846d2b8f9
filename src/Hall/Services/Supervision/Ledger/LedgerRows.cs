using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tongban.Hall.Platform.Data;

namespace Tongban.Hall.Services.Supervision.Ledger;

/// <summary>Up to 256 hashes of one level of the tree, side by side. A full tile never changes.</summary>
public sealed class LedgerTile
{
    public int Level { get; init; }
    public long Position { get; init; }
    public int Width { get; set; }
    public required byte[] Hashes { get; set; }
}

/// <summary>The signed statement of how long the ledger is and what its root is.</summary>
public sealed class LedgerCheckpoint
{
    /// <summary>How many leaves it covers.</summary>
    public long Size { get; init; }

    public DateTimeOffset At { get; init; }
    public required byte[] Root { get; init; }
    public required string Signed { get; init; }
}

public sealed class LedgerMapping : IEntityTypeConfiguration<LedgerTile>, IEntityTypeConfiguration<LedgerCheckpoint>
{
    public void Configure(EntityTypeBuilder<LedgerTile> builder)
    {
        builder.ToTable("ledger_tiles");
        builder.HasKey(t => new { t.Level, t.Position });
        builder.NotLedgered("The tree itself: recomputed from the leaves.");
    }

    public void Configure(EntityTypeBuilder<LedgerCheckpoint> builder)
    {
        builder.ToTable("ledger_checkpoints");
        builder.HasKey(c => c.Size);
        builder.Property(c => c.Size).ValueGeneratedNever();
        builder.NotLedgered("Signed: each is checked against the tree and its signature.");
    }
}
