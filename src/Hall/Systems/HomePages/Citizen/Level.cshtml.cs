using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Platform.Web;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Services.Identity.RealName;
using static Tongban.Hall.Platform.Web.Say;

namespace Tongban.Hall.Systems.HomePages.Citizen;

/// <summary>What is proved of the person, what is missing for more, and the way to it.</summary>
[Authorize]
public sealed class LevelPage(Accounts accounts, RealNames realNames, PackageStore packages, Request request) : PageModel
{
    [FromQuery(Name = "need")] public int Need { get; set; }
    [FromQuery(Name = "return")] public string? Return { get; set; }
    [BindProperty] public string? Kind1 { get; set; }
    [BindProperty] public string? Value1 { get; set; }
    [BindProperty] public string? Kind2 { get; set; }
    [BindProperty] public string? Value2 { get; set; }

    public RealNameLevel Level { get; private set; }

    public Dictionary<string, string> Errors { get; } = [];

    /// <summary>The counters that the packages name.</summary>
    public IEnumerable<Place> Halls => packages.All.SelectMany(p => p.Handling.Places).DistinctBy(p => p.Name.Zh).Take(6);

    public async Task OnGetAsync() => Level = (await accounts.FindAsync(request.AccountId!.Value))!.RealNameLevel;

    public async Task<IActionResult> OnPostAsync()
    {
        var account = (await accounts.FindAsync(request.AccountId!.Value))!;
        Level = account.RealNameLevel;
        var (first, second) = (TypedProof.Read(1, Kind1, Value1, optional: false, Errors), TypedProof.Read(2, Kind2, Value2, optional: false, Errors));
        if (first is not null && first.Kind == second?.Kind) Errors["Kind2"] = L("两项要不一样", "The two must differ");
        if (Errors.Count > 0) return Page();
        var check = await realNames.CheckAsync(new CheckOptions
        {
            SubjectId = account.Id, CitizenNumber = account.CitizenNumber, Name = account.Name, Proofs = [first!, second!], Purpose = new Text("提高实名等级", "Raising the level of identity"),
        }, request.Proceeding());
        if (check.Status is RealNameStatus.Unavailable or RealNameStatus.Untrusted) Errors["Value1"] = Refusals.ProviderDown.Message;
        else if (check.MatchedKinds.Count < 2) Errors["Value1"] = L("有一项对不上，请核对号码", "One of them does not match; please check the numbers");
        if (Errors.Count > 0) return Page();
        await accounts.RaiseLevelAsync(new RaiseLevelOptions { AccountId = account.Id, Level = RealNameLevel.Checked }, request.Proceeding());
        return LocalRedirect(Preferences.LocalPath(Return) ?? Url.Content("~/my/account"));
    }
}
