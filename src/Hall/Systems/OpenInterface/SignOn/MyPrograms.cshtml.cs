using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Systems.OpenInterface.SignOn;

/// <summary>认识我的程序: what the person let programs know, and taking it back. The person's own, whomever he acts for.</summary>
[Authorize]
public sealed class MyProgramsPage(Authorizations authorizations, Request request) : PageModel
{
    public IReadOnlyList<AllowedProgram> Programs { get; private set; } = [];

    public async Task OnGetAsync() => Programs = await authorizations.OfAsync(request.AccountId!.Value);

    public async Task<IActionResult> OnPostAsync(string withdraw)
    {
        await authorizations.WithdrawAsync(request.AccountId!.Value, withdraw, request.Proceeding());
        return LocalRedirect(Url.Content("~/my/programs"));
    }
}
