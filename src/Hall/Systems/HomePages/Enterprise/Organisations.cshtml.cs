using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using Tongban.Codes;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Platform.Web;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Services.Identity.Mandates;
using Tongban.Hall.Services.Identity.RealName;
using static Tongban.Hall.Platform.Web.Say;

namespace Tongban.Hall.Systems.HomePages.Enterprise;

/// <summary>The bodies that this person represents or acts for, and the way to bind one.</summary>
[Authorize, SelfOnly]
public sealed class OrganisationsPage(
    Services.Identity.Organisations.Organisations organisations, Representation representation, Accounts accounts, IOptions<RealNameOptions> realName, Request request) : PageModel
{
    [BindProperty] public string? Code { get; set; }

    public IReadOnlyList<Acting> All { get; private set; } = [];
    public Dictionary<string, string> Errors { get; } = [];

    /// <summary>Where the demo's firms are listed; null: not a demo.</summary>
    public Uri? DemoFirms => realName.Value.Book is { } book ? new Uri(book, "firms") : null;

    public async Task OnGetAsync() => All = [.. (await representation.OfAsync(request.AccountId!.Value)).Where(a => a.Mandate.PartyKind == PartyKind.Organisation)];

    public async Task<IActionResult> OnPostAsync()
    {
        if (await BindAsync() is { } refused) Errors["Code"] = refused;
        if (Errors.Count == 0) return LocalRedirect(Url.Content("~/my/organisations"));
        await OnGetAsync();
        return Page();
    }

    private async Task<string?> BindAsync()
    {
        if (!SocialCreditCode.TryParse(Code, out var code, out var wrong)) return L(wrong.Zh, wrong.En);
        var person = (await accounts.FindAsync(request.AccountId!.Value))!;
        return (await organisations.BindAsync(code.Value, person, request.Proceeding())) is { Ok: false } no ? no.Refusal.Message : null;
    }
}
