using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Services.Identity;

/// <summary>An account was opened for a person whose identity was proved as the level says (or whom the demo city invented).</summary>
public sealed record AccountOpened(Guid AccountId, RealNameLevel Level) : IEvent
{
    public Guid? CaseId => null;
}

/// <summary>Something that guards the account changed: its password, or what Identity's own store writes.</summary>
public sealed record AccountGuardChanged(Guid AccountId) : IEvent
{
    public Guid? CaseId => null;
}

/// <summary>More was proved of the person than before.</summary>
public sealed record LevelRaised(Guid AccountId, RealNameLevel Level) : IEvent
{
    public Guid? CaseId => null;
}
