using System.Text;
using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.LicenceDocuments;

namespace Tongban.Hall.Services.Licences;

/// <summary>What anybody may learn of a document: whether it is genuine, and whether it still holds.</summary>
/// <param name="Holds">Genuine, and valid today.</param>
public sealed record PublicCheck(bool Holds, DocumentContent? Content, Licence? Licence, IReadOnlyList<CheckFinding> Findings);

/// <summary>Public verification, by number or by the file itself.</summary>
public sealed class LicenceChecks(HallDb db, Seals seals, CityTime time)
{
    /// <summary>By the licence's identifier or any document's number; null: we never issued one.</summary>
    public async Task<PublicCheck?> ByNumberAsync(string number)
    {
        var licence = await db.Set<Licence>().SingleOrDefaultAsync(l => l.Identifier == number);
        var document = licence is not null
            ? await db.Set<IssuedDocument>().SingleOrDefaultAsync(d => d.Id == licence.DocumentId)
            : await db.Set<IssuedDocument>().SingleOrDefaultAsync(d => d.Number == number);
        if (document is null) return null;
        licence ??= await db.Set<Licence>().SingleOrDefaultAsync(l => l.DocumentId == document.Id);
        var bytes = Encoding.UTF8.GetBytes(document.Content);
        var content = DocumentContent.FromJson(bytes)!;
        var sealHolds = LicenceDocuments.Signing.Seal.Verify(
            seals.Of(document.AuthorityCode, content.Authority).Certificate, bytes, Convert.FromBase64String(document.Seal));
        return Judge(content, licence,
        [
            sealHolds
                ? new(true, $"由“{content.Authority}”盖章，内容完整", $"Sealed by {content.Authority}; its content is intact")
                : new(false, "电子印章和内容对不上，请联系发证机关", "The seal does not fit the content; please contact the authority"),
        ]);
    }

    /// <summary>By the PDF as it was downloaded.</summary>
    public async Task<PublicCheck> ByFileAsync(byte[] pdf)
    {
        var check = PdfVerifier.Verify(pdf, seals.Trusted());
        var licence = check.Content is null ? null : await db.Set<Licence>().SingleOrDefaultAsync(l => l.Number == check.Content.Number);
        return Judge(check.Content, licence, check.Findings);
    }

    private PublicCheck Judge(DocumentContent? content, Licence? licence, IReadOnlyList<CheckFinding> seal)
    {
        List<CheckFinding> findings = [.. seal];
        if (licence is not null) findings.Add(Status(licence));
        return new PublicCheck(content is not null && findings.All(f => f.Ok), content, licence, findings);
    }

    private CheckFinding Status(Licence licence) => licence switch
    {
        { Status: LicenceStatus.Revoked } => new(false, "证照已被撤销", "The licence was revoked"),
        { Status: LicenceStatus.Cancelled } => new(false, "证照已注销", "The licence was cancelled"),
        { Status: LicenceStatus.Replaced } => new(false, "证照已换发，请查新证", "The licence was replaced by a newer one"),
        _ when licence.HoldsOn(time.Today) => new(true, "证照有效", "The licence is valid"),
        _ => new(false, "证照不在有效期内", "The licence is outside its validity"),
    };
}
