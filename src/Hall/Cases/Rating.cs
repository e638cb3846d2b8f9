using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tongban.Hall.Platform.Data;

namespace Tongban.Hall.Cases;

/// <summary>好差评: one for each case, by its applicant; never made by the system.</summary>
public sealed class Rating
{
    public Guid CaseId { get; init; }

    /// <summary>5 非常满意 … 1 非常不满意.</summary>
    public int Level { get; init; }

    public string? Comment { get; init; }
    public DateTimeOffset At { get; init; }
}

public sealed class RatingMapping : IEntityTypeConfiguration<Rating>
{
    public void Configure(EntityTypeBuilder<Rating> builder)
    {
        builder.ToTable("ratings");
        builder.Ledgered();
        builder.HasKey(r => r.CaseId);
        builder.Property(r => r.Comment).Personal();
        builder.HasOne<Case>().WithMany().HasForeignKey(r => r.CaseId);
    }
}
