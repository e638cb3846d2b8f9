using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Cases;

public sealed record DraftBegun(Guid? CaseId, string Item, string PackageVersion) : IEvent;

public sealed record DraftSaved(Guid? CaseId, string Section, int Version) : IEvent;

public sealed record MaterialUploaded(Guid? CaseId, Guid FileId, string Material, string Hash) : IEvent;

public sealed record MaterialRefused(Guid? CaseId, string Material, string Finding) : IEvent;

public sealed record MaterialRemoved(Guid? CaseId, Guid FileId) : IEvent;

public sealed record CaseSubmitted(Guid? CaseId, string Number, string ShownHash, string ReceiptNumber) : IEvent;

public sealed record CaseAccepted(Guid? CaseId, string NoticeNumber, DateOnly StatutoryDueOn, DateOnly PromisedDueOn, bool ByRules) : IEvent;

public sealed record CaseDecided(Guid? CaseId, bool Granted, bool ByRules, string DecisionNumber, string? Licence) : IEvent;

public sealed record CaseReferred(Guid? CaseId, string Cause) : IEvent;

public sealed record CaseRated(Guid? CaseId, int Level) : IEvent;
