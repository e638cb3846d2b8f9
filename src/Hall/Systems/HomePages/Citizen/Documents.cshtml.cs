using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Licences;

namespace Tongban.Hall.Systems.HomePages.Citizen;

[Authorize]
public sealed class DocumentsPage(HallDb db, Documents documents, Request request) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        var number = await db.Set<IssuedDocument>().Where(d => d.Id == id && d.HolderId == request.PartyId).Select(d => d.Number).SingleOrDefaultAsync();
        return number is not null && await documents.PdfAsync(id) is { } pdf ? File(pdf, "application/pdf", $"{number}.pdf") : NotFound();
    }
}
