using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Platform.Web;
using Tongban.Hall.Services.Identity.Privacy;

namespace Tongban.Hall.Systems.HomePages.Citizen;

[Authorize, SelfOnly]
public sealed class ConsentsPage(Consents consents, Request request) : PageModel
{
    public IReadOnlyList<(PurposeText Text, Consent? Last, bool Holds)> Purposes { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var purposes = new List<(PurposeText, Consent?, bool)>();
        foreach (var text in Consents.Texts.Values)
        {
            var last = await consents.LastAsync(request.AccountId!.Value, text.Purpose);
            purposes.Add((text, last, last?.Given ?? text.Unasked));
        }
        Purposes = purposes;
    }

    public async Task<IActionResult> OnPostAsync(ConsentPurpose purpose, bool given)
    {
        if (!ModelState.IsValid || !Consents.Texts.ContainsKey(purpose)) return BadRequest();
        await consents.StateAsync(request.AccountId!.Value, purpose, given, request.Proceeding());
        return LocalRedirect(Url.Content("~/my/consents"));
    }
}
