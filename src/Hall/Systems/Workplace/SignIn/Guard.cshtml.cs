using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity.Staff;
using Tongban.Hall.Services.Identity.Staff.Factor;

namespace Tongban.Hall.Systems.Workplace.SignIn;

/// <summary>登录保护: my recovery codes and my authenticator, renewed after the second factor was shown.</summary>
[StaffOnly, FreshSecondFactor]
public sealed class GuardPage(Members members, Factors factors, NewFactor newFactor, StaffRequest staff, Request request) : PageModel
{
    [BindProperty] public string? Code { get; set; }
    [BindProperty] public string? Secret { get; set; }

    /// <summary>He came in by a recovery code just now.</summary>
    [FromQuery(Name = "spent")] public bool Spent { get; set; }

    public int Left { get; private set; }

    /// <summary>Shown once.</summary>
    public IReadOnlyList<string>? Codes { get; private set; }

    public Enrolment? Enrolment { get; private set; }
    public Dictionary<string, string> Errors { get; } = [];

    public async Task OnGetAsync() => Left = await factors.CodesLeftAsync(staff.MemberId);

    public async Task OnPostCodesAsync() => Codes = await factors.RenewCodesAsync(staff.MemberId, request.Proceeding());

    public Task OnPostFactorAsync() => ShowAsync(SecondFactor.NewSecret());

    public async Task OnPostEnrolAsync()
    {
        var secret = newFactor.Open(staff.MemberId, Secret);
        var enrolled = await factors.EnrolAsync(staff.MemberId, secret, Code, request.Proceeding());
        if (enrolled.Ok)
        {
            Codes = enrolled.Value;
            return;
        }
        Errors["Code"] = enrolled.Refusal.Message;
        await ShowAsync(secret);
    }

    private async Task ShowAsync(string secret)
    {
        var me = (await members.FindAsync(staff.MemberId))!;
        Enrolment = new(Url.Content("~/staff/guard?handler=Enrol"), me.Number, secret, newFactor.Seal(me.Id, secret), Errors.GetValueOrDefault("Code"));
    }
}
