using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Services.Identity.RealName;

/// <summary>One question to the real-name provider: for what purpose, which proofs, which of them matched. The citizen sees each. The values are not kept.</summary>
public sealed class RealNameCheck
{
    public Guid Id { get; init; }

    /// <summary>The account of the person asked about; for a registration the one that it will open.</summary>
    public Guid SubjectId { get; init; }

    public required string PurposeZh { get; init; }
    public required string PurposeEn { get; init; }
    public DateTimeOffset At { get; init; }
    public RealNameStatus Status { get; init; }

    /// <summary>Kinds of proof, separated by commas.</summary>
    public required string Asked { get; init; }

    public required string Matched { get; init; }

    /// <summary>JSON of <see cref="RealNameEvidence"/>.</summary>
    public string? Evidence { get; init; }

    public string? Problem { get; init; }

    public IReadOnlyList<ProofKind> AskedKinds => Kinds(Asked);
    public IReadOnlyList<ProofKind> MatchedKinds => Kinds(Matched);

    private static List<ProofKind> Kinds(string text) => [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<ProofKind>)];
}

public sealed record RealNameChecked(Guid SubjectId, Guid CheckId, string Status) : IEvent
{
    public Guid? CaseId => null;
}

public sealed class RealNameCheckMapping : IEntityTypeConfiguration<RealNameCheck>
{
    public void Configure(EntityTypeBuilder<RealNameCheck> builder)
    {
        builder.ToTable("real_name_checks");
        builder.Ledgered();
        builder.Ignore(c => c.AskedKinds);
        builder.Ignore(c => c.MatchedKinds);
        builder.Property(c => c.Status).HasConversion<string>().HasMaxLength(16);
        builder.Property(c => c.Evidence).Personal();
        builder.Property(c => c.Asked).HasMaxLength(120);
        builder.Property(c => c.Matched).HasMaxLength(120);
        builder.Property(c => c.Problem).HasMaxLength(80);
        builder.HasIndex(c => new { c.SubjectId, c.At });
    }
}
