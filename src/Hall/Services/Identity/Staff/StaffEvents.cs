using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Services.Identity.Staff;

public abstract record StaffEvent : IEvent
{
    public Guid? CaseId => null;
}

public sealed record AuthorityEntered(string Uscc) : StaffEvent;

public sealed record AuthorityChanged(string Uscc) : StaffEvent;

public sealed record AuthorityEnded(string Uscc, DateOnly Last) : StaffEvent;

public sealed record OfficeOpened(Guid OfficeId, string AuthorityUscc) : StaffEvent;

public sealed record OfficeChanged(Guid OfficeId) : StaffEvent;

public sealed record OfficeEnded(Guid OfficeId, DateOnly Last) : StaffEvent;

public sealed record MemberEntered(Guid MemberId, string Number) : StaffEvent;

/// <summary>Password, second factor, failed tries or lock of a member changed.</summary>
public sealed record MemberGuardChanged(Guid MemberId, string What) : StaffEvent;

public sealed record PostProposed(Guid PostId, Guid MemberId, Guid OfficeId, string Roles) : StaffEvent;

public sealed record PostConfirmed(Guid PostId) : StaffEvent;

public sealed record PostEnded(Guid PostId) : StaffEvent;

public sealed record SubstitutionMade(Guid SubstitutionId, Guid PostId, Guid SubstituteId) : StaffEvent;

public sealed record SubstitutionEnded(Guid SubstitutionId) : StaffEvent;

public sealed record StaffSignedIn(Guid MemberId, Guid SessionId, Guid? PostId) : StaffEvent;

public sealed record PostTaken(Guid MemberId, Guid SessionId, Guid PostId) : StaffEvent;

public sealed record StaffSignedOut(Guid MemberId, Guid SessionId) : StaffEvent;

/// <summary>A signed-in member showed the second factor again, for an act that matters.</summary>
public sealed record SecondFactorShown(Guid MemberId, Guid SessionId) : StaffEvent;

/// <summary>Ten new recovery codes; those before are good no more.</summary>
public sealed record RecoveryCodesIssued(Guid MemberId) : StaffEvent;

public sealed record RecoveryCodeSpent(Guid MemberId, int Left) : StaffEvent;

public sealed record FactorResetAsked(Guid ResetId, Guid MemberId) : StaffEvent;

/// <summary>A second administrator agreed: the member enrols a second factor anew.</summary>
public sealed record FactorResetConfirmed(Guid ResetId, Guid MemberId) : StaffEvent;

public sealed record FactorResetDropped(Guid ResetId, Guid MemberId) : StaffEvent;
