using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tongban.Codes;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Services.Identity.OneTime;
using Tongban.Hall.Services.Identity.SignIn;
using Tongban.Hall.Services.Identity.Staff;
using Tongban.Hall.Services.Identity.Window;
using static Tongban.Hall.Platform.Web.Say;

namespace Tongban.Hall.Systems.Workplace.Register;

/// <summary>窗口开户: the person is here with the card. Who is known is shown masked, and may be raised to level 3; who is not gets an account,
/// after a code sent to the mobile was read out, or with a slip for who has none.</summary>
[StaffOnly(StaffRole.Clerk)]
public sealed class RegisterPage(WindowAccounts window, OneTimeCodes codes, Throttles throttles, StaffRequest staff, Request request, CityTime time) : PageModel
{
    /// <summary>More than a clerk can serve: whoever looks up so many does something else.</summary>
    private const int MostAnHour = 60;

    [BindProperty] public string? Number { get; set; }
    [BindProperty] public string? Name { get; set; }
    [BindProperty] public string? Mobile { get; set; }
    [BindProperty] public List<Paper> Papers { get; set; } = [];
    [BindProperty] public bool Present { get; set; }
    [FromQuery(Name = "done")] public string? What { get; set; }

    /// <summary>The account of the person, when there is one.</summary>
    public Account? Known { get; private set; }

    public Dictionary<string, string> Errors { get; } = [];

    public string? Done => What switch
    {
        "opened" => L("账户开好了，3 级。本人现在就可以用手机号码和短信验证码登录，密码登录以后自己设。", "The account is open, level 3. The person signs in with the mobile and a code by SMS, and may choose a password then."),
        "raised" => L("提高到 3 级了，本人会收到消息。", "Raised to level 3; the person is told."),
        _ => null,
    };

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } refused) return refused;
        if (Known is not null) return Page();
        var mobile = "";
        if (!string.IsNullOrWhiteSpace(Mobile) && !MobileNumber.TryParse(Mobile, out mobile, out var wrong)) Errors["Mobile"] = L(wrong.Zh, wrong.En);
        if (!AllSeen()) return Page();
        return mobile is { Length: > 0 } ? await SendCodeAsync(mobile) : await OpenWithSlipAsync();
    }

    public async Task<IActionResult> OnPostRaiseAsync()
    {
        if (await LoadAsync() is { } refused) return refused;
        if (Known is null || !AllSeen()) return Page();
        var raised = await window.RaiseAsync(Known.Id, At, request.Proceeding());
        return raised.Ok ? LocalRedirect(Url.Content("~/staff/register?done=raised")) : Refuse("Papers", raised.Refusal);
    }

    public async Task<IActionResult> OnPostSlipAsync()
    {
        if (await LoadAsync() is { } refused) return refused;
        if (Known is not { PhoneNumber: null } || !AllSeen()) return Page();
        return await PrintAsync(Known);
    }

    private AtWindow At => new() { MemberId = staff.MemberId, OfficeId = staff.OfficeId, Papers = Papers };

    // Reads number and name, and looks whether they are known.
    private async Task<IActionResult?> LoadAsync()
    {
        if (!CitizenNumber.TryParse(Number, time.Today, out var number, out var wrong)) Errors["Number"] = L(wrong.Zh, wrong.En);
        Name = (Name ?? "").Trim();
        if (Name.Length is 0 or > 60) Errors["Name"] = L("请填写证件上的姓名", "Give the name as on the card");
        if (Errors.Count > 0) return Page();
        if (await throttles.TakeAsync(new Limit($"window:{staff.MemberId}", MostAnHour, TimeSpan.FromHours(1))) is not null) return Refuse("Number", Refusals.WindowBusy);
        Number = number!.Value;
        var found = await window.FindAsync(Number, Name, At, request.Proceeding());
        if (found.Refusal == Refusals.NameDiffers) return Refuse("Name", found.Refusal);
        Known = found.Value;
        return null;
    }

    private bool AllSeen()
    {
        if (!Papers.Any(p => p is Paper.IdentityCard or Paper.TemporaryIdentityCard)) Errors["Papers"] = Refusals.PapersNeeded.Message;
        if (!Present) Errors["Present"] = L("请核对本人和证件照片，再勾选", "Compare the person with the picture, then tick");
        return Errors.Count == 0;
    }

    private async Task<IActionResult> SendCodeAsync(string mobile)
    {
        var wish = new Registration
        {
            Id = Ids.Next(time.Now), AccountId = Ids.Next(time.Now), Name = Name!, CitizenNumber = Number!, Mobile = mobile,
            Level = RealNameLevel.Present, Papers = string.Join(',', Papers), MemberId = staff.MemberId, At = time.Now,
        };
        var sent = await codes.AskAsync(HttpContext, new AskForCode
        {
            Purpose = CodePurpose.Window, SubjectId = wish.Id, Mobile = mobile, Person = mobile, Asker = $"clerk {staff.MemberId}", Together = writing => writing.Add(wish),
        });
        return sent.Ok ? LocalRedirect(Url.Content("~/staff/register/code")) : Refuse("Mobile", sent.Refusal);
    }

    private async Task<IActionResult> OpenWithSlipAsync()
    {
        var opened = await window.OpenAsync(new OpenAtWindowOptions { At = At, Name = Name!, CitizenNumber = Number!, Mobile = null }, request.Proceeding());
        return opened.Ok ? await PrintAsync(opened.Value) : Refuse("Number", opened.Refusal);
    }

    private async Task<IActionResult> PrintAsync(Account account)
    {
        var printed = await window.PrintSlipAsync(account.Id, At, request.Proceeding());
        return printed.Ok ? Slips.Show(this, new Slip(account, printed.Value, time.Today.AddDays(FirstSlip.GoodFor.Days))) : Refuse("Papers", printed.Refusal);
    }

    private PageResult Refuse(string field, Refusal refusal)
    {
        Errors[field] = refusal.Message;
        return Page();
    }
}
