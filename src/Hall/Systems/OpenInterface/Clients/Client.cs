using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenIddict.EntityFrameworkCore.Models;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Packages;

namespace Tongban.Hall.Systems.OpenInterface.Clients;

/// <summary>Ended is for ever; suspended may be taken back.</summary>
public enum ClientState { Active, Suspended, Ended }

/// <summary>A program that somebody answers for: what people are told of it. What OAuth needs of it (addresses, scopes,
/// the secret's hash) lies beside it in OpenIddict's row of the same name, written in the same step.</summary>
public sealed class Client
{
    public required string Id { get; init; }

    /// <summary>The authority that answers for it: USCC and name.</summary>
    public required string Owner { get; init; }

    public required string OwnerName { get; init; }
    public required string NameZh { get; init; }
    public required string NameEn { get; init; }

    /// <summary>What it needs people's data for, in words that they read before they agree.</summary>
    public required string WhyZh { get; init; }

    public required string WhyEn { get; init; }
    /// <summary>Members of staff sign in to it, and they alone; otherwise citizens do, and they alone.</summary>
    public bool ForStaff { get; init; }

    public ClientState State { get; set; }
    public DateTimeOffset RegisteredAt { get; init; }
    public int Version { get; set; }

    public Text Name => new(NameZh, NameEn);

    public Text Why => new(WhyZh, WhyEn);
}

public sealed class ClientMapping : IEntityTypeConfiguration<Client>, IEntityTypeConfiguration<OpenIddictEntityFrameworkCoreApplication>
{
    public void Configure(EntityTypeBuilder<Client> builder)
    {
        builder.ToTable("clients");
        builder.Ledgered();
        builder.Ignore(c => c.Name).Ignore(c => c.Why);
        builder.Property(c => c.Id).HasMaxLength(40);
        builder.Property(c => c.Owner).HasMaxLength(18);
        builder.Property(c => c.OwnerName).HasMaxLength(100);
        builder.Property(c => c.NameZh).HasMaxLength(60);
        builder.Property(c => c.NameEn).HasMaxLength(100);
        builder.Property(c => c.State).HasConversion<string>().HasMaxLength(16);
        builder.Property(c => c.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<OpenIddictEntityFrameworkCoreApplication> builder) => builder.Ledgered();
}
