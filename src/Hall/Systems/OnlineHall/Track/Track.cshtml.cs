using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Tongban.Codes;
using Tongban.Hall.Cases;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Web;
using static Tongban.Hall.Platform.Web.Say;

namespace Tongban.Hall.Systems.OnlineHall.Track;

/// <summary>Progress for whoever holds case number and query code, without signing in.</summary>
// Asked by POST: the query code stands in no address, and so in no history and no log of a proxy.
[EnableRateLimiting(RateLimits.Guessing)]
[IgnoreAntiforgeryToken]
public sealed class TrackPage(CaseFiles files, PackageStore packages) : PageModel
{
    [BindProperty(Name = "no")]
    public string? Number { get; set; }

    [BindProperty(Name = "code")]
    public string? Code { get; set; }

    public CaseDossier? Dossier { get; private set; }

    public string? Item => Dossier is null ? null : packages.Find(Dossier.Case.ItemId)?.Name.ToString();

    public Dictionary<string, string> Errors { get; } = [];

    public async Task OnPostAsync()
    {
        if (!CaseNumber.TryParse(Number, out var number, out var problem)) Errors["no"] = L(problem.Zh, problem.En);
        if (string.IsNullOrWhiteSpace(Code)) Errors["code"] = L("请填写查询码，在收件凭证上", "Give the query code from the receipt");
        if (Errors.Count > 0) return;
        Dossier = await files.ByNumberAsync(number!, QueryCode.Normalise(Code));
        if (Dossier is null) Errors["no"] = L("没有查到。请核对编号和查询码", "Not found. Please check number and code");
    }
}
