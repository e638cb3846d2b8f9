using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Services.Identity.Organisations;

/// <summary>法人和其他组织: a party that acts through people. What stands here is the business register's word.</summary>
public sealed class Organisation
{
    public Guid Id { get; init; }

    /// <summary>统一社会信用代码, GB 32100, 18 characters.</summary>
    public required string Uscc { get; init; }

    public required string Name { get; set; }

    /// <summary>As the register calls its kind.</summary>
    public required string Kind { get; set; }

    /// <summary>12 digits.</summary>
    public required string RegionCode { get; set; }

    /// <summary>注销 or 吊销: nobody acts for it any more.</summary>
    public bool Ended { get; set; }

    /// <summary>When the register was last asked.</summary>
    public DateTimeOffset CheckedAt { get; set; }

    public int Version { get; set; }
}

/// <summary>The register was asked and what it said holds here from now on.</summary>
public sealed record OrganisationChecked(Guid OrganisationId, string Uscc, bool Ended) : IEvent
{
    public Guid? CaseId => null;
}

public sealed class OrganisationMapping : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.ToTable("organisations");
        builder.Ledgered();
        builder.Property(o => o.Uscc).HasMaxLength(18);
        builder.Property(o => o.Name).HasMaxLength(200);
        builder.Property(o => o.Kind).HasMaxLength(60);
        builder.Property(o => o.RegionCode).HasMaxLength(12);
        builder.Property(o => o.Version).IsConcurrencyToken();
        builder.HasIndex(o => o.Uscc).IsUnique();
    }
}
