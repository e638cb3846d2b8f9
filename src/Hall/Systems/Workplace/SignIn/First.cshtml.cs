using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity.Staff;

namespace Tongban.Hall.Systems.Workplace.SignIn;

/// <summary>What comes before the first work: a password of one's own, then a second factor.</summary>
[Authorize(AuthenticationSchemes = StaffOnlyAttribute.Scheme)]
public sealed class FirstPage(Members members, StaffSessions sessions, StaffRequest staff, IDataProtectionProvider protection, Request request, CityTime time) : PageModel
{
    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("staff second factor").ToTimeLimitedDataProtector();

    [BindProperty] public string? Password { get; set; }
    [BindProperty] public string? Code { get; set; }
    [BindProperty] public string? Secret { get; set; }

    public StaffMember Member { get; private set; } = null!;
    public bool PasswordFirst => StaffPasswords.MustChange(Member, time.Now);
    public string NewSecret { get; private set; } = "";
    public Dictionary<string, string> Errors { get; } = [];

    /// <summary>The secret that is shown goes along sealed: nobody can put another in its place.</summary>
    public string SealedSecret => protector.Protect($"{Member.Id} {NewSecret}", TimeSpan.FromMinutes(10));

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostPasswordAsync()
    {
        if (await LoadAsync() is { } done) return done;
        var chosen = await members.ChoosePasswordAsync(Member.Id, Password ?? "", request.Proceeding());
        if (!chosen.Ok) Errors["Password"] = chosen.Refusal.Message;
        return chosen.Ok ? LocalRedirect(Url.Content("~/staff/first")) : Page();
    }

    public async Task<IActionResult> OnPostCodeAsync()
    {
        if (await LoadAsync() is { } done) return done;
        if (Open() is { } secret) NewSecret = secret;
        var enrolled = await members.EnrolAsync(Member.Id, NewSecret, Code, request.Proceeding());
        if (!enrolled.Ok) Errors["Code"] = enrolled.Refusal.Message;
        if (!enrolled.Ok) return Page();
        return await EndAsync();
    }

    private async Task<IActionResult?> LoadAsync()
    {
        Member = (await members.FindAsync(staff.MemberId))!;
        NewSecret = SecondFactor.NewSecret();
        if (Member.SecondFactor is null || PasswordFirst) return null;
        return User.FindFirst(ClaimNames.Post) is null ? await EndAsync() : LocalRedirect(Url.Content("~/staff"));
    }

    // A new session with all that is now asked for.
    private async Task<LocalRedirectResult> EndAsync()
    {
        await sessions.EndAsync(HttpContext);
        return LocalRedirect(Url.Content("~/staff/signin"));
    }

    private string? Open()
    {
        try
        {
            return protector.Unprotect(Secret ?? "").Split(' ') is [var id, var secret] && id == Member.Id.ToString() ? secret : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}
