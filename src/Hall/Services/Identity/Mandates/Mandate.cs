using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Services.Identity.Mandates;

public enum MandateKind
{
    /// <summary>法定代表人: by the business register, not by anybody's word.</summary>
    LegalRepresentative,

    /// <summary>经办人: appointed by the legal representative.</summary>
    Agent,

    /// <summary>代办人: a person lets another act for him.</summary>
    Proxy,

    /// <summary>监护人: entered at a window, with papers.</summary>
    Guardian,
}

public enum MandateState { Offered, Active, Declined, Ended }

public enum MandateEnd { ByParty, ByAgent, AtWindow, Succession, BodyEnded, AccountClosed }

/// <summary>授权 (行政许可法 art. 29): who may act for whom, in what, until when; signed by both sides, or shown on paper at a window.</summary>
public sealed class Mandate
{
    public Guid Id { get; init; }

    /// <summary>被代理人: a person's account or an organisation.</summary>
    public Guid PartyId { get; init; }

    public PartyKind PartyKind { get; init; }

    /// <summary>The account of who acts; null until he, whoever bears the number, has accepted.</summary>
    public Guid? AgentId { get; set; }

    public required string AgentName { get; set; }

    /// <summary>GB 11643, 18 characters.</summary>
    public required string AgentNumber { get; set; }

    /// <summary>By which a person finds what is offered to him.</summary>
    public string? AgentIndex { get; private set; }

    public MandateKind Kind { get; init; }
    public MandateState State { get; set; }
    public MandateActions Actions { get; init; }

    /// <summary>Ids of services, separated by commas; empty: all that the party may apply for.</summary>
    public required string Items { get; init; }

    public DateOnly From { get; init; }

    /// <summary>The last day; null: until it is ended.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Account of who gave it, or staff member who entered it; null: the register.</summary>
    public Guid? GivenBy { get; init; }

    /// <summary>SM3 of the words that both sides signed; empty: the register or papers stand for it.</summary>
    public required string TextHash { get; init; }

    /// <summary>Papers seen at the window.</summary>
    public string? Papers { get; init; }

    public DateTimeOffset OfferedAt { get; init; }
    public DateTimeOffset? AnsweredAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
    public MandateEnd? EndedFor { get; set; }
    public int Version { get; set; }

    public IReadOnlyList<string>? ItemIds => Items.Length == 0 ? null : Items.Split(',');

    public Party Party => new(PartyId, PartyKind, Actions, ItemIds);

    public bool HoldsOn(DateOnly day) => State == MandateState.Active && From <= day && (Until is null || day <= Until);

    /// <summary>Whether it could still be used, now or later.</summary>
    public bool LivesOn(DateOnly day) => State is MandateState.Offered or MandateState.Active && (Until is null || day <= Until);

    internal void End(MandateEnd why, DateTimeOffset now)
    {
        (State, EndedFor, EndedAt) = (MandateState.Ended, why, now);
        Version++;
    }
}

public sealed class MandateMapping : IEntityTypeConfiguration<Mandate>
{
    public void Configure(EntityTypeBuilder<Mandate> builder)
    {
        builder.ToTable("mandates");
        builder.Ledgered();
        builder.Property(m => m.AgentName).Personal();
        builder.Property(m => m.AgentNumber).Personal();
        builder.Property(m => m.AgentIndex).HasMaxLength(64).BlindIndexOf(nameof(Mandate.AgentNumber));
        builder.Property(m => m.Papers).Personal();
        builder.Property(m => m.PartyKind).HasConversion<int>();
        builder.Property(m => m.Actions).HasConversion<int>();
        builder.Property(m => m.Kind).HasConversion<string>().HasMaxLength(24);
        builder.Property(m => m.State).HasConversion<string>().HasMaxLength(16);
        builder.Property(m => m.EndedFor).HasConversion<string>().HasMaxLength(16);
        builder.Property(m => m.Items).HasMaxLength(4000);
        builder.Property(m => m.TextHash).HasMaxLength(64);
        builder.Property(m => m.Version).IsConcurrencyToken();
        builder.Ignore(m => m.ItemIds);
        builder.Ignore(m => m.Party);
        builder.HasOne<Account>().WithMany().HasForeignKey(m => m.AgentId);
        builder.HasIndex(m => new { m.PartyId, m.Id });
        builder.HasIndex(m => m.AgentId);
        builder.HasIndex(m => m.AgentIndex);
    }
}
