using System.Text;
using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Files;
using Tongban.Hall.Platform.Proceedings;
using Tongban.LicenceDocuments;
using Tongban.LicenceDocuments.Pdf;
using Tongban.LicenceDocuments.Signing;

namespace Tongban.Hall.Services.Licences;

public sealed record DocumentDrawn(Guid? CaseId, Guid DocumentId) : IEvent;

/// <summary>Numbers, seals and draws official documents. Sealed is the content, in the step that makes it; the PDF is drawn
/// when somebody first asks for it, and kept.</summary>
public sealed class Documents(Seals seals, Serials serials, GroupCommit commit, HallDb db, FileStore files, CityTime time)
{
    /// <summary>The number of the next document of a kind: authority, kind, year, serial.</summary>
    /// <param name="authorityCode">USCC.</param>
    /// <param name="serial">The authority's three digits in case numbers.</param>
    /// <param name="kind">One character: 收 receipt, 受 acceptance, 决 decision, 证 licence.</param>
    public async Task<string> NumberAsync(string authorityCode, string serial, string kind)
    {
        var year = time.Today.Year;
        var next = await serials.NextAsync($"document:{authorityCode}:{kind}:{year}");
        return FormattableString.Invariant($"深{serial}{kind}〔{year}〕{next:000000}号");
    }

    /// <summary>Seals a document; adding it to the database is its maker's step.</summary>
    public IssuedDocument Seal(DocumentContent content, Guid caseId, Guid holderId)
    {
        var bytes = content.ToCanonicalJson();
        return new IssuedDocument
        {
            Id = Ids.Next(time.Now),
            CaseId = caseId,
            HolderId = holderId,
            Kind = content.Kind,
            Title = content.Title,
            Number = content.Number,
            AuthorityCode = content.AuthorityCode,
            IssuedAt = time.Now,
            Content = Encoding.UTF8.GetString(bytes),
            Seal = Convert.ToBase64String(Tongban.LicenceDocuments.Signing.Seal.Sign(seals.Of(content.AuthorityCode, content.Authority), bytes)),
        };
    }

    /// <summary>The PDF, drawn now if nobody has drawn it yet.</summary>
    public async Task<byte[]?> PdfAsync(Guid documentId)
    {
        var document = await db.Set<IssuedDocument>().SingleOrDefaultAsync(d => d.Id == documentId);
        if (document is null) return null;
        if (document.PdfHash is null) await DrawAsync(document);
        return await files.ReadAsync(document.PdfHash!);
    }

    /// <summary>Draws a document once: whoever comes second takes what the first has drawn.</summary>
    private async Task DrawAsync(IssuedDocument document)
    {
        var content = DocumentContent.FromJson(Encoding.UTF8.GetBytes(document.Content))!;
        var pdf = DocumentPdf.Render(content, seals.Of(content.AuthorityCode, content.Authority), document.IssuedAt);
        var hash = await files.PutAsync(pdf);
        document.PdfHash = await commit.RunAsync(new Proceeding(Actor.System("documents"), time.Now), async writing =>
        {
            var kept = await writing.Set<IssuedDocument>().AsTracking().SingleAsync(d => d.Id == document.Id);
            if (kept.PdfHash is not null) return kept.PdfHash;
            kept.PdfHash = hash;
            writing.Record(new DocumentDrawn(kept.CaseId, kept.Id));
            return hash;
        });
    }
}
