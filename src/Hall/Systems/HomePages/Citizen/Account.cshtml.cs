using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Platform.Web;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Services.Identity.Mobiles;
using Tongban.Hall.Services.Identity.Upstream;
using static Tongban.Hall.Platform.Web.Say;

namespace Tongban.Hall.Systems.HomePages.Citizen;

[Authorize]
public sealed class AccountPage(Accounts accounts, Services.Identity.Passkeys.Passkeys passkeys, MobileChanges changes, Sessions sessions, Bindings bindings, Request request) : PageModel
{
    public Account Account { get; private set; } = null!;
    public MobileChange? Change { get; private set; }
    public int Passkeys { get; private set; }
    public int Providers { get; private set; }
    public int Devices { get; private set; }

    /// <summary>Plain links that set a preference and lead back.</summary>
    public IReadOnlyList<(string Path, string Text)> Looks =>
    [
        Look("scale", "large", L("大字", "Larger text"), L("标准字号", "Standard text")),
        Look("scale", "elder", L("长辈版", "Large print"), L("标准版", "Standard view")),
        Look("theme", "dark", L("深色", "Dark"), L("浅色", "Light")),
        Look("theme", "contrast", L("高对比", "High contrast"), L("普通配色", "Normal colours")),
        English ? ("/prefs?lang=std&return=/my/account", "Chinese after signing in") : ("/prefs?lang=en&return=/en/my/account", "登录后用英文版"),
    ];

    public async Task OnGetAsync()
    {
        var id = request.AccountId!.Value;
        Account = (await accounts.FindAsync(id))!;
        Change = await changes.WaitingAsync(id);
        Passkeys = (await passkeys.OfAsync(id)).Count;
        Providers = (await bindings.OfAsync(id)).Count;
        Devices = (await sessions.OfAsync(id)).Count;
    }

    public async Task<IActionResult> OnPostStopAsync()
    {
        if (await changes.WaitingAsync(request.AccountId!.Value) is { } change) await changes.StopAsync(change.Id, endSessions: false, request.Proceeding());
        return LocalRedirect(Url.Content("~/my/account"));
    }

    private (string, string) Look(string name, string value, string on, string off)
    {
        var chosen = Preferences.Of(Request, name) == value;
        return ($"/prefs?{name}={(chosen ? "std" : value)}&return={Uri.EscapeDataString($"{Request.PathBase}/my/account")}", chosen ? off : on);
    }
}
