using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity;
using static Tongban.Hall.Platform.Web.Say;

namespace Tongban.Hall.Systems.HomePages.Citizen;

[Authorize]
public sealed class DevicesPage(Sessions sessions, Request request) : PageModel
{
    public IReadOnlyList<SessionView> All { get; private set; } = [];

    public Guid? Here => Sessions.IdOf(HttpContext);

    public async Task OnGetAsync() => All = await sessions.OfAsync(request.AccountId!.Value);

    public async Task<IActionResult> OnPostAsync(Guid end)
    {
        await sessions.EndAsync(request.AccountId!.Value, s => s.Id == end && s.Id != Here);
        return LocalRedirect(Url.Content("~/my/devices"));
    }

    public async Task<IActionResult> OnPostOthersAsync()
    {
        await sessions.EndAsync(request.AccountId!.Value, s => s.Id != Here);
        return LocalRedirect(Url.Content("~/my/devices"));
    }

    public string By(Session session) => session.By switch
    {
        SignInMethod.Password => L("密码", "password"),
        SignInMethod.Code => L("短信验证码", "code by SMS"),
        SignInMethod.Passkey => L("通行密钥", "passkey"),
        SignInMethod.Registration => L("注册", "registration"),
        _ => L("其他平台", "another provider"),
    };
}
