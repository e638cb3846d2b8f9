using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tongban.Hall.Platform.Data;

namespace Tongban.Hall.Services.Identity.Upstream;

/// <summary>绑定: whoever a provider calls by this subject signs in to this account. Ended, the row stays: the provider's word alone does not begin it again.</summary>
public sealed class Binding
{
    public required string Issuer { get; init; }
    public required string Subject { get; init; }
    public Guid AccountId { get; init; }
    public DateTimeOffset BoundAt { get; init; }
    public DateTimeOffset? EndedAt { get; set; }
    public int Version { get; set; }
}

public sealed class BindingMapping : IEntityTypeConfiguration<Binding>
{
    public void Configure(EntityTypeBuilder<Binding> builder)
    {
        builder.ToTable("bindings");
        builder.Ledgered();
        builder.HasKey(b => new { b.Issuer, b.Subject });
        builder.Property(b => b.Issuer).HasMaxLength(200);
        builder.Property(b => b.Subject).HasMaxLength(255);
        builder.Property(b => b.Version).IsConcurrencyToken();
        builder.HasOne<Account>().WithMany().HasForeignKey(b => b.AccountId);
        // One name of one provider for one account: a second one there would be somebody else, or a second account of the same person.
        builder.HasIndex(b => new { b.AccountId, b.Issuer }).IsUnique();
    }
}
