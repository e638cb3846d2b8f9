using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tongban.Codes;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Platform.Web;
using Tongban.Hall.Platform.Web.Components;
using Tongban.Hall.Services.Identity.Mandates;
using static Tongban.Hall.Platform.Web.Say;

namespace Tongban.Hall.Systems.HomePages.Mandates;

/// <summary>Gives a mandate: a person for himself, a firm by its legal representative. First the form, then the words, then the signature.</summary>
[Authorize, FreshSignIn]
public sealed class NewPage(Services.Identity.Mandates.Mandates mandates, PackageStore packages, CityTime time, Request request) : PageModel
{
    private const int LongestYears = 3;

    [BindProperty] public string? Name { get; set; }
    [BindProperty] public string? Number { get; set; }
    [BindProperty] public List<string> May { get; set; } = [nameof(MandateActions.Fill), nameof(MandateActions.Submit), nameof(MandateActions.Results)];
    [BindProperty] public string Reach { get; set; } = "all";
    [BindProperty] public List<string> Items { get; set; } = [];
    [BindProperty] public string? Hash { get; set; }

    public string UntilText { get; private set; } = "";

    /// <summary>What is to be signed; null: still being filled in.</summary>
    public MandateText? Text { get; private set; }

    public Refusal? Refused { get; private set; }
    public Dictionary<string, string> Errors { get; } = [];

    public bool IsFirm => Giver.Kind == PartyKind.Organisation;

    public IReadOnlyList<Choice> Actions =>
    [
        new(nameof(MandateActions.Fill), L("填写申请，上传材料", "Fill in and upload")), new(nameof(MandateActions.Submit), L("提交", "Submit")),
        new(nameof(MandateActions.Results), L("看和领取结果", "See and collect results")),
    ];

    public IReadOnlyList<Choice> Services => [.. packages.All.Where(p => p.Serves(Giver.Kind)).Select(p => new Choice(p.Id, p.Name.ToString()))];

    private Party Giver => request.For is null ? request.AccountId!.Value : request.Party!;

    public IActionResult OnGet() => TurnAway() is { } away ? away : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (TurnAway() is { } away) return away;
        if (Read() is { } options) Text = await mandates.TextAsync(options, Giver);
        return Page();
    }

    public async Task<IActionResult> OnPostSignAsync(bool change)
    {
        if (TurnAway() is { } away) return away;
        if (Read() is not { } options || change) return Page();
        var offered = await mandates.OfferAsync(options, Giver, Hash ?? "", request.Proceeding());
        if (offered.Ok) return LocalRedirect(Url.Content($"~/my/mandates/{offered.Value.Id}"));
        Refused = offered.Refusal;
        Response.StatusCode = Refused.Status;
        if (Refused == Refusals.MandateChanged) Text = await mandates.TextAsync(options, Giver);
        return Page();
    }

    // An agent appoints nobody: for him this page does not exist.
    private NotFoundResult? TurnAway() =>
        request.For is null || User.HasClaim(ClaimNames.MandateKind, nameof(MandateKind.LegalRepresentative)) ? null : NotFound();

    private OfferOptions? Read()
    {
        UntilText = DateTagHelper.Read(Request.Form, "Until");
        var name = (Name ?? "").Trim();
        if (name.Length == 0) Errors["Name"] = L("请填写他的姓名", "Please give his name");
        if (!CitizenNumber.TryParse(Number, time.Today, out var number, out var wrong)) Errors["Number"] = L(wrong.Zh, wrong.En);
        if (Reach == "some" && Items.Count == 0) Errors["Items"] = L("请至少选一件事", "Please choose at least one service");
        if (Reach == "some" && !Items.All(i => packages.Find(i)?.Serves(Giver.Kind) == true)) Errors["Items"] = L("有一件事已经下架，请重新选", "One of these services is gone; please choose again");
        if (!DateOnly.TryParseExact(UntilText, ["yyyy-M-d", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var until)) Errors["Until"] = L("请填写到哪天为止，例如 2027 6 30", "Please give the last day, for example 2027 6 30");
        else if (until < time.Today) Errors["Until"] = L("到期日不能早于今天", "The last day cannot be before today");
        else if (until > time.Today.AddYears(LongestYears)) Errors["Until"] = L("一次最长授权 3 年", "A mandate may last three years at most");
        if (Errors.Count > 0) return null;
        return new OfferOptions
        {
            AgentName = name, AgentNumber = number!.Value, Until = until, Items = Reach == "some" ? [.. Items.Distinct()] : null,
            Actions = May.Aggregate(MandateActions.None, (all, one) => Enum.TryParse<MandateActions>(one, out var action) ? all | action : all) & MandateActions.All,
        };
    }
}
