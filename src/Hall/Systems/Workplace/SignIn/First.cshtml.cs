using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity.Staff;
using Tongban.Hall.Services.Identity.Staff.Factor;

namespace Tongban.Hall.Systems.Workplace.SignIn;

/// <summary>What comes before the first work: a password of one's own, then a second factor with its recovery codes.</summary>
[Authorize(AuthenticationSchemes = StaffOnlyAttribute.Scheme)]
public sealed class FirstPage(Members members, Factors factors, StaffSessions sessions, StaffRequest staff, NewFactor newFactor, Request request, CityTime time) : PageModel
{
    [BindProperty] public string? Password { get; set; }
    [BindProperty] public string? Code { get; set; }
    [BindProperty] public string? Secret { get; set; }

    public StaffMember Member { get; private set; } = null!;
    public bool PasswordFirst => StaffPasswords.MustChange(Member, time.Now);
    public Enrolment Enrolment { get; private set; } = null!;

    /// <summary>Shown once, when the factor is enrolled.</summary>
    public IReadOnlyList<string>? Codes { get; private set; }

    public Dictionary<string, string> Errors { get; } = [];

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Show(null);

    public async Task<IActionResult> OnPostPasswordAsync()
    {
        if (await LoadAsync() is { } done) return done;
        var chosen = await members.ChoosePasswordAsync(Member.Id, Password ?? "", request.Proceeding());
        if (chosen.Ok) return LocalRedirect(Url.Content("~/staff/first"));
        Errors["Password"] = chosen.Refusal.Message;
        return Show(null);
    }

    public async Task<IActionResult> OnPostCodeAsync()
    {
        if (await LoadAsync() is { } done) return done;
        if (PasswordFirst) return LocalRedirect(Url.Content("~/staff/first"));
        var secret = newFactor.Open(Member.Id, Secret);
        var enrolled = await factors.EnrolAsync(Member.Id, secret, Code, request.Proceeding());
        if (enrolled.Ok) Codes = enrolled.Value;
        else Errors["Code"] = enrolled.Refusal.Message;
        return Show(secret);
    }

    private PageResult Show(string? secret)
    {
        secret ??= SecondFactor.NewSecret();
        Enrolment = new(Url.Content("~/staff/first?handler=Code"), Member.Number, secret, newFactor.Seal(Member.Id, secret), Errors.GetValueOrDefault("Code"));
        return Page();
    }

    // Once all is in place, a new session asks for all of it.
    private async Task<IActionResult?> LoadAsync()
    {
        Member = (await members.FindAsync(staff.MemberId))!;
        if (Member.SecondFactor is null || PasswordFirst) return null;
        if (User.FindFirst(ClaimNames.Post) is not null) return LocalRedirect(Url.Content("~/staff"));
        await sessions.EndAsync(HttpContext);
        return LocalRedirect(Url.Content("~/staff/signin"));
    }
}
