using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Cases;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Licences;

namespace Tongban.Hall.Systems.HomePages.Citizen;

[Authorize]
public sealed class DocumentsPage(HallDb db, Documents documents, Request request) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        var party = request.Party!;
        if (!party.Covers(MandateActions.Results, null)) return NotFound();
        var number = await db.Set<IssuedDocument>().Where(d => d.Id == id && d.HolderId == party.Id && db.CasesOf(party).Any(c => c.Id == d.CaseId)).Select(d => d.Number).SingleOrDefaultAsync();
        return number is not null && await documents.PdfAsync(id) is { } pdf ? File(pdf, "application/pdf", $"{number}.pdf") : NotFound();
    }
}
