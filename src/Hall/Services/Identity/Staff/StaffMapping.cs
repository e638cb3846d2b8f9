using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tongban.Hall.Platform.Data;

namespace Tongban.Hall.Services.Identity.Staff;

public sealed class StaffMapping : IEntityTypeConfiguration<Authority>, IEntityTypeConfiguration<Office>, IEntityTypeConfiguration<StaffMember>,
    IEntityTypeConfiguration<Post>, IEntityTypeConfiguration<Substitution>, IEntityTypeConfiguration<StaffSession>
{
    public void Configure(EntityTypeBuilder<Authority> builder)
    {
        builder.ToTable("authorities");
        builder.Ledgered();
        builder.HasKey(a => a.Uscc);
        builder.Property(a => a.Uscc).HasMaxLength(18);
        builder.Property(a => a.RegionCode).HasMaxLength(12);
        builder.Property(a => a.Level).HasConversion<int>();
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.HasIndex(a => new { a.Level, a.RegionCode });
    }

    public void Configure(EntityTypeBuilder<Office> builder)
    {
        builder.ToTable("offices");
        builder.Ledgered();
        builder.Property(o => o.Version).IsConcurrencyToken();
        builder.HasOne<Authority>().WithMany().HasForeignKey(o => o.AuthorityUscc);
    }

    public void Configure(EntityTypeBuilder<StaffMember> builder)
    {
        builder.ToTable("staff_members");
        builder.Ledgered();
        builder.Property(m => m.Number).HasMaxLength(20);
        builder.Property(m => m.Name).Personal();
        builder.Property(m => m.SecondFactor).Personal();
        builder.Property(m => m.Version).IsConcurrencyToken();
        builder.HasIndex(m => m.Number).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Post> builder)
    {
        builder.ToTable("posts");
        builder.Ledgered();
        builder.Property(p => p.Roles).HasMaxLength(200);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.Ignore(p => p.RoleList);
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(p => p.MemberId);
        builder.HasOne<Office>().WithMany().HasForeignKey(p => p.OfficeId);
    }

    public void Configure(EntityTypeBuilder<Substitution> builder)
    {
        builder.ToTable("substitutions");
        builder.Ledgered();
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.HasOne<Post>().WithMany().HasForeignKey(s => s.PostId);
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(s => s.SubstituteId);
    }

    public void Configure(EntityTypeBuilder<StaffSession> builder)
    {
        builder.ToTable("staff_sessions");
        builder.Ledgered();
        builder.Property(s => s.Device).Personal();
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(s => s.MemberId);
    }
}
