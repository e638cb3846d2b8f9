using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tongban.Hall.Platform.Data;

namespace Tongban.Hall.Services.Identity.Staff.Factor;

public sealed class FactorMapping : IEntityTypeConfiguration<RecoveryCode>, IEntityTypeConfiguration<FactorReset>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> builder)
    {
        builder.ToTable("recovery_codes");
        builder.Ledgered();
        builder.Property(c => c.Hash).HasMaxLength(64);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(c => c.MemberId);
    }

    public void Configure(EntityTypeBuilder<FactorReset> builder)
    {
        builder.ToTable("factor_resets");
        builder.Ledgered();
        builder.Property(r => r.Reason).Personal();
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(r => r.MemberId);
    }
}
