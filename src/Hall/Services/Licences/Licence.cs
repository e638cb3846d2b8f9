namespace Tongban.Hall.Services.Licences;

public enum LicenceStatus { Valid, Revoked, Cancelled, Replaced }

/// <summary>电子证照: what its holder may show, and whether it still holds.</summary>
public sealed class Licence
{
    /// <summary>GB/T 36904.</summary>
    public required string Identifier { get; init; }

    public Guid DocumentId { get; init; }
    public Guid CaseId { get; init; }
    public Guid HolderId { get; init; }
    public required string ItemId { get; init; }
    public required string NameZh { get; init; }
    public required string NameEn { get; init; }
    public required string Number { get; init; }
    public required string Authority { get; init; }
    public DateOnly ValidFrom { get; init; }
    public DateOnly? ValidTo { get; init; }
    public LicenceStatus Status { get; set; }
    public int Version { get; set; }

    public bool HoldsOn(DateOnly day) => Status == LicenceStatus.Valid && day >= ValidFrom && (ValidTo is null || day <= ValidTo);
}
