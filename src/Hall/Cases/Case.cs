using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Cases;

/// <summary>办件: one application's whole life, from draft to archive.</summary>
public sealed class Case
{
    public Guid Id { get; init; }
    public required string ItemId { get; init; }

    /// <summary>Content hash of the service package under which the case was begun; rules are those of this version.</summary>
    public required string PackageVersion { get; set; }

    /// <summary>申请人: a person's account or an organisation.</summary>
    public Guid ApplicantId { get; init; }

    public PartyKind ApplicantKind { get; init; }

    /// <summary>经办人: the account of the person who began it, for himself or by mandate; null: a program or a clerk did.</summary>
    public Guid? HandlerId { get; init; }

    /// <summary>12-digit code of the region whose authority handles the case; part of every list's key.</summary>
    public required string RegionCode { get; init; }

    /// <summary>USCC of the authority in charge.</summary>
    public required string AuthorityCode { get; init; }

    public Channel Channel { get; init; }
    public CaseState State { get; set; }

    /// <summary>Counts every change; a write names the version it saw.</summary>
    public int Version { get; set; }

    /// <summary>Counts every change of the files: none may slip in between what was shown and what is handed in.</summary>
    public int FilesVersion { get; set; }

    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>What the applicant has answered so far: canonical JSON, field id to value.</summary>
    public string Answers { get; set; } = "{}";

    /// <summary>办件编号; given at submission.</summary>
    public string? Number { get; set; }

    /// <summary>查询码; whoever holds it and the number may see the progress.</summary>
    public string? QueryCode { get; set; }

    public ClosingCode? Closing { get; set; }
    public string? ClosingReason { get; set; }
}

/// <summary>The frame of a case's life, fixed by law for every item.</summary>
public enum CaseState { Draft, Submitted, Accepted, Decided, Closed }

/// <summary>办结方式.</summary>
public enum ClosingCode { Granted = 0, Refused = 1, Voided = 2, Deleted = 3, Forwarded = 4, Returned = 5, NotAccepted = 6 }

