using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Services.Identity.Window;

/// <summary>Which original a clerk held in his hands.</summary>
public enum Paper { IdentityCard, TemporaryIdentityCard, HouseholdRegister }

public enum WindowAct
{
    /// <summary>The clerk saw the masked record of an account.</summary>
    Found,

    /// <summary>He opened it.</summary>
    Opened,

    /// <summary>He raised its level.</summary>
    Raised,

    /// <summary>He printed a slip for signing in.</summary>
    SlipPrinted,
}

/// <summary>A person at a counter, and what a clerk did with the account. The person sees each.</summary>
public sealed class WindowVisit
{
    public Guid Id { get; init; }
    public Guid AccountId { get; init; }
    public Guid MemberId { get; init; }
    public Guid OfficeId { get; init; }
    public DateTimeOffset At { get; init; }
    public WindowAct Act { get; init; }

    /// <summary>Names of <see cref="Paper"/>, separated by commas.</summary>
    public required string Papers { get; init; }
}

public sealed record SeenAtWindow(Guid AccountId, Guid VisitId, string Act, string Papers) : IEvent
{
    public Guid? CaseId => null;
}

public sealed class WindowVisitMapping : IEntityTypeConfiguration<WindowVisit>
{
    public void Configure(EntityTypeBuilder<WindowVisit> builder)
    {
        builder.ToTable("window_visits");
        builder.Ledgered();
        builder.Property(v => v.Act).HasConversion<string>().HasMaxLength(16);
        builder.Property(v => v.Papers).HasMaxLength(80);
        builder.HasIndex(v => new { v.AccountId, v.At });
    }
}
