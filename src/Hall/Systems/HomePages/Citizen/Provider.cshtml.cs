using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Platform.Web;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Services.Identity.Upstream;

namespace Tongban.Hall.Systems.HomePages.Citizen;

[Authorize, FreshSignIn]
public sealed class ProviderPage(Bindings bindings, Request request, IOptions<UpstreamOptions> options) : PageModel
{
    public IReadOnlyList<Binding> All { get; private set; } = [];

    public Dictionary<string, string> Errors { get; } = [];

    /// <summary>The name of the provider at hand; of one that was configured before, its address.</summary>
    public string NameOf(Binding binding) =>
        options.Value.IsOn && binding.Issuer.TrimEnd('/') == options.Value.Authority.TrimEnd('/') ? options.Value.Name.ToString() : binding.Issuer;

    public async Task OnGetAsync() => All = await bindings.OfAsync(request.AccountId!.Value);

    public async Task<IActionResult> OnPostAsync(string? end, string? resume)
    {
        var id = request.AccountId!.Value;
        if (resume is not null) await bindings.ResumeAsync(id, resume, request.Proceeding());
        else if (await bindings.EndAsync(id, end ?? "", Sessions.IdOf(HttpContext), request.Proceeding()) is { Ok: false } refused) Errors["Provider"] = refused.Refusal!.Message;
        if (Errors.Count == 0) return LocalRedirect(Url.Content("~/my/account/provider"));
        await OnGetAsync();
        return Page();
    }
}
