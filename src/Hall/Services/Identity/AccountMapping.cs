using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tongban.Hall.Platform.Data;

namespace Tongban.Hall.Services.Identity;

public sealed class AccountMapping : IEntityTypeConfiguration<Account>,
    IEntityTypeConfiguration<IdentityUserClaim<Guid>>,
    IEntityTypeConfiguration<IdentityUserToken<Guid>>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("accounts");
        builder.Ledgered();
        builder.Property(a => a.Name).Personal();
        builder.Property(a => a.CitizenNumber).Personal();
        builder.Property(a => a.PhoneNumber).Personal();
        builder.Property(a => a.Email).Personal();
        builder.Property(a => a.NumberIndex).HasMaxLength(64).BlindIndexOf(nameof(Account.CitizenNumber));
        builder.Property(a => a.MobileIndex).HasMaxLength(64).BlindIndexOf(nameof(Account.PhoneNumber));
        builder.Ignore(a => a.NormalizedEmail);
        builder.Property(a => a.UserName).HasMaxLength(64);
        builder.Property(a => a.NormalizedUserName).HasMaxLength(64);
        builder.Property(a => a.ConcurrencyStamp).IsConcurrencyToken();
        builder.Property(a => a.RealNameLevel).HasConversion<int>();
        builder.HasIndex(a => a.NormalizedUserName).IsUnique();
        builder.HasIndex(a => a.NumberIndex).IsUnique();
        builder.HasIndex(a => a.MobileIndex);
    }

    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> builder)
    {
        builder.ToTable("account_claims");
        builder.NotLedgered("Empty: an account's claims are made from its own columns at sign-in.");
        builder.HasOne<Account>().WithMany().HasForeignKey(c => c.UserId);
    }

    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> builder)
    {
        builder.ToTable("account_tokens");
        builder.Ledgered();
        builder.HasKey(t => new { t.UserId, t.LoginProvider, t.Name });
        builder.Property(t => t.Value).Personal();
        builder.HasOne<Account>().WithMany().HasForeignKey(t => t.UserId);
    }
}
