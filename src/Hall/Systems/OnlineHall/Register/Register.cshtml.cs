using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Tongban.Codes;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Jobs;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Platform.Web;
using Tongban.Hall.Services.Exchange;
using Tongban.Hall.Services.Identity;
using static Tongban.Hall.Platform.Web.Say;

namespace Tongban.Hall.Systems.OnlineHall.Register;

/// <summary>Registration of a natural person: the population register must know name, number and mobile together,
/// and the code sent to that mobile must come back. What the page says does not tell who is registered.</summary>
[EnableRateLimiting(RateLimits.Guessing)]
public sealed class RegisterPage(
    UserManager<Account> accounts, People people, Exchange exchange, GroupCommit commit, CityTime time) : PageModel
{
    public const string Population = "population";

    [BindProperty] public string? Name { get; set; }
    [BindProperty] public string? Number { get; set; }
    [BindProperty] public string? Mobile { get; set; }
    [BindProperty] public string? Password { get; set; }

    public Dictionary<string, string> Errors { get; } = [];

    public async Task<IActionResult> OnPostAsync()
    {
        var name = (Name ?? "").Trim();
        if (name.Length is 0 or > 60) Errors["Name"] = L("请填写证件上的姓名", "Give your name as on the card");
        if (!CitizenNumber.TryParse(Number, time.Today, out var number, out var wrong)) Errors["Number"] = L(wrong.Zh, wrong.En);
        if (!MobileNumber.TryParse(Mobile, out var mobile, out var wrongMobile)) Errors["Mobile"] = L(wrongMobile.Zh, wrongMobile.En);
        if ((Password ?? "").Length < 10) Errors["Password"] = L("密码至少 10 个字符", "The password needs at least 10 characters");
        else if (Password!.Contains(number?.Value[^6..] ?? "\0", StringComparison.Ordinal) || Password.Distinct().Count() < 4)
            Errors["Password"] = L("密码太好猜，请不要用身份证号码或重复的字符", "The password is too easy to guess: no part of your number, no repetition");
        if (Errors.Count > 0) return Page();
        var who = await people.ByNumberAsync(number!.Value);
        var id = who?.Id ?? Ids.Next(time.Now);
        var found = await AskAsync(id, number!.Value, name);
        if (found.Status is LookupStatus.Unavailable or LookupStatus.Untrusted)
        {
            Errors["Number"] = L("现在查不到人口库，请过一会儿再试，填的内容都在", "The population register cannot be asked right now; try again later, what you typed is kept");
            return Page();
        }
        var registration = new Registration
        {
            Id = Ids.Next(time.Now),
            AccountId = id,
            Name = name,
            CitizenNumber = number.Value,
            Mobile = mobile!,
            PasswordHash = accounts.PasswordHasher.HashPassword(null!, Password!),
            Code = who is null && Confirms(found, mobile!) ? Registration.NewCode() : null,
            At = time.Now,
        };
        await commit.RunAsync(new Proceeding(Actor.System("registration"), time.Now), writing =>
        {
            writing.Add(registration);
            if (registration.Code is not null) writing.Enqueue(new SendCode(registration.Id), time.Now);
        });
        return LocalRedirect(Url.Content($"~/register/{registration.Id}"));
    }

    // Whoever tries in another's name leaves a trace that the other will see.
    private async Task<Lookup> AskAsync(Guid subject, string number, string name) => (await exchange.LookUpAsync(new LookUpOptions
    {
        SubjectId = subject,
        CitizenNumber = number,
        Name = name,
        Requests = [new RegistryRequest(Population, "实名注册", "Registration", ["name", "mobile", "status"])],
    }, new Proceeding(Actor.System("registration"), time.Now))).Single();

    private static bool Confirms(Lookup found, string mobile)
    {
        if (found.Status != LookupStatus.Found) return false;
        using var record = JsonDocument.Parse(found.Record!);
        return record.RootElement.TryGetProperty("mobile", out var onFile) && onFile.GetString() == mobile;
    }
}
