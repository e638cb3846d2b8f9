using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Services.Identity;

namespace Tongban.Hall.Systems.OpenInterface;

/// <summary>For whom an API client may act. For anybody else a case or person does not exist.</summary>
public sealed class ApiGrant
{
    public required string ClientId { get; init; }
    public Guid AccountId { get; init; }
}

public sealed class ApiGrantMapping : IEntityTypeConfiguration<ApiGrant>
{
    public void Configure(EntityTypeBuilder<ApiGrant> builder)
    {
        builder.ToTable("api_grants");
        builder.HasKey(g => new { g.ClientId, g.AccountId });
        builder.Property(g => g.ClientId).HasMaxLength(64);
        builder.HasOne<Account>().WithMany().HasForeignKey(g => g.AccountId);
        builder.NotLedgered("Given to the demo client at the start; mandates with their own records replace it.");
    }
}
