using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Tongban.Codes;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Platform.Web;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Services.Identity.OneTime;
using Tongban.Hall.Services.Identity.Passwords;
using Tongban.Hall.Services.Identity.RealName;
using Tongban.Hall.Systems.OnlineHall.SignIn;
using static Tongban.Hall.Platform.Web.Say;

namespace Tongban.Hall.Systems.OnlineHall.Register;

/// <summary>Registration of a natural person: the provider must know name, number and mobile together, and the code sent to that mobile
/// must come back; one more proof gives level 2. To know a person's numbers is not enough: the mobile must be in his own name and in his hand.
/// What the page says does not tell who is registered.</summary>
[EnableRateLimiting(RateLimits.Guessing)]
public sealed class RegisterPage(Passwords passwords, People people, RealNames realNames, OneTimeCodes codes, CityTime time) : PageModel
{
    public static readonly Text Purpose = new("实名注册", "Registration");

    [BindProperty] public string? Name { get; set; }
    [BindProperty] public string? Number { get; set; }
    [BindProperty] public string? Mobile { get; set; }
    [BindProperty] public string? Kind1 { get; set; }
    [BindProperty] public string? Value1 { get; set; }
    [BindProperty] public string? Password { get; set; }

    public Dictionary<string, string> Errors { get; } = [];

    public async Task<IActionResult> OnPostAsync()
    {
        var name = (Name ?? "").Trim();
        if (name.Length is 0 or > 60) Errors["Name"] = L("请填写证件上的姓名", "Give your name as on the card");
        if (!CitizenNumber.TryParse(Number, time.Today, out var number, out var wrong)) Errors["Number"] = L(wrong.Zh, wrong.En);
        if (!MobileNumber.TryParse(Mobile, out var mobile, out var wrongMobile)) Errors["Mobile"] = L(wrongMobile.Zh, wrongMobile.En);
        var proof = TypedProof.Read(1, Kind1, Value1, optional: true, Errors);
        if (!string.IsNullOrEmpty(Password) && PasswordPolicy.Refuse(Password, number?.Value, mobile) is { } weak) Errors["Password"] = weak.Message;
        if (Errors.Count > 0) return Page();
        var who = await people.ByNumberAsync(number!.Value);
        var id = who?.Id ?? Ids.Next(time.Now);
        var check = await AskAsync(id, number.Value, name, [new Proof(ProofKind.Mobile, mobile!), .. proof is null ? Array.Empty<Proof>() : [proof]]);
        if (check.Status is RealNameStatus.Unavailable or RealNameStatus.Untrusted) return Fail(Refusals.ProviderDown);
        var registration = new Registration
        {
            Id = Ids.Next(time.Now), AccountId = id, Name = name, CitizenNumber = number.Value, Mobile = mobile!, At = time.Now,
            PasswordHash = string.IsNullOrEmpty(Password) ? null : passwords.Hash(Password),
            Level = check.MatchedKinds.Count >= 2 ? RealNameLevel.Checked : RealNameLevel.Declared,
        };
        var sent = await codes.AskAsync(HttpContext, new AskForCode
        {
            Purpose = CodePurpose.Registration, SubjectId = registration.Id, Person = mobile!,
            Mobile = who is null && check.MatchedKinds.Contains(ProofKind.Mobile) ? mobile : null,
            Together = writing => writing.Add(registration),
        });
        return sent.Ok ? LocalRedirect(Url.Content("~/register/confirm")) : Fail(sent.Refusal);
    }

    // Whoever tries in another's name leaves a trace that the other will see.
    private Task<RealNameCheck> AskAsync(Guid subject, string number, string name, IReadOnlyList<Proof> proofs) => realNames.CheckAsync(new CheckOptions
    {
        SubjectId = subject, CitizenNumber = number, Name = name, Proofs = proofs, Purpose = Purpose,
    }, new Proceeding(Actor.System("registration"), time.Now));

    private IActionResult Fail(Refusal refusal)
    {
        if (refusal == Refusals.TooOften) return this.TooOften();
        Errors["Number"] = refusal.Message;
        return Page();
    }
}
