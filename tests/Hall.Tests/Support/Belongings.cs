using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Cases;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Jobs;
using Tongban.Hall.Services.Identity.Privacy;
using Tongban.Hall.Services.Identity.Staff;
using Tongban.Hall.Services.Licences;
using Tongban.Hall.Services.Notices;

namespace Tongban.Hall.Tests.Support;

/// <summary>What one person has in the hall: a draft with a file, a case that was granted, its documents and messages, a mandate that was offered to him;
/// and a member of staff and an office, for administrators.</summary>
public sealed record Belongings(Guid AccountId, string CitizenNumber, Case Draft, Case Granted, Guid FileId, Guid DocumentId, Guid MessageId, Guid ExportId, Guid OfferId, Guid MemberId, Guid OfficeId)
{
    private static readonly byte[] Pdf = System.Text.Encoding.ASCII.GetBytes("%PDF-1.4\n%%EOF\n");

    public static async Task<Belongings> OfAsync(HallHost host, string name)
    {
        var granted = await new Graduate(host, name).FillInAsync();
        await granted.SubmitAsync();
        var draft = await new Graduate(host, name).FillInAsync("直系亲属");
        var file = await draft.AttachAsync(Pdf);
        var export = await host.UseAsync((DataExports exports) => exports.AskAsync(draft.AccountId, draft.Who));
        await host.UseAsync(async (IJobHandler<MakeExport> handler) =>
        {
            await handler.HandleAsync(new MakeExport(export.Id), Guid.NewGuid(), CancellationToken.None);
            return true;
        });
        var offer = await MandateGiver.OfferAsync(host, await Residents.NamedAsync(host, "陈静怡"), await Residents.NamedAsync(host, name));
        return await host.UseAsync(async (HallDb db) => new Belongings(
            draft.AccountId,
            (await Residents.NamedAsync(db, name)).CitizenNumber,
            await db.Set<Case>().SingleAsync(c => c.Id == draft.CaseId),
            await db.Set<Case>().SingleAsync(c => c.Id == granted.CaseId),
            file.Value!.Id,
            await db.Set<IssuedDocument>().Where(d => d.CaseId == granted.CaseId).Select(d => d.Id).FirstAsync(),
            await db.Set<Message>().Where(m => m.CaseId == granted.CaseId).Select(m => m.Id).SingleAsync(),
            export.Id,
            offer.Id,
            await db.Set<StaffMember>().Where(m => m.Number == "S1001").Select(m => m.Id).SingleAsync(),
            await db.Set<Office>().OrderBy(o => o.AuthorityUscc).Select(o => o.Id).FirstAsync()));
    }
}
