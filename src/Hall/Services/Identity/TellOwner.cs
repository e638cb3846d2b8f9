using Tongban.Hall.Platform.Jobs;

namespace Tongban.Hall.Services.Identity;

/// <summary>What an owner is told, in the in-box and by SMS, because it may not have been he.</summary>
public enum OwnerNews { PasswordChanged, Recovered, PasskeyAdded, PasskeyRemoved, MobileChanging, MobileChanged, MobileChangeStopped, Locked, LevelRaised, MandateOffered, MandateAccepted, MandateDeclined, MandateEnded, ProviderBound }

/// <summary>Tells the owner of an account; a system knows how.</summary>
/// <param name="About">The passkey, the change of mobile, the mandate.</param>
public sealed record TellOwner(Guid AccountId, OwnerNews News, Guid? About = null) : IJob;

public sealed record OwnerTold(Guid AccountId, OwnerNews News) : Platform.Proceedings.IEvent
{
    public Guid? CaseId => null;
}
