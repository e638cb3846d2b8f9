using Tongban.LicenceDocuments;

namespace Tongban.Hall.Services.Licences;

/// <summary>An official document: numbered, dated and sealed as data in the step that made it; drawn as a PDF afterwards.</summary>
public sealed class IssuedDocument
{
    public Guid Id { get; init; }
    public Guid CaseId { get; init; }

    /// <summary>Whose it is.</summary>
    public Guid HolderId { get; init; }

    public DocumentKind Kind { get; init; }
    public required string Title { get; init; }
    public required string Number { get; init; }
    public required string AuthorityCode { get; init; }
    public DateTimeOffset IssuedAt { get; init; }

    /// <summary>Canonical JSON: what was sealed.</summary>
    public required string Content { get; init; }

    /// <summary>SM2-with-SM3 signature over the content, base64.</summary>
    public required string Seal { get; init; }

    /// <summary>The PDF in the store; null until it is drawn.</summary>
    public string? PdfHash { get; set; }
}
