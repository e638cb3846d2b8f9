using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Platform.Web.Components;
using Tongban.Hall.Services.Identity.Staff;
using static Tongban.Hall.Platform.Web.Say;

namespace Tongban.Hall.Systems.Workplace.Desk;

/// <summary>代班: each for his own post, a head for his authority's.</summary>
[StaffOnly]
public sealed class SubstitutionPage(Substitutions substitutions, StaffRequest staff, Request request, CityTime time) : PageModel
{
    [BindProperty] public Guid? Post { get; set; }
    [BindProperty] public string? Substitute { get; set; }

    /// <summary>Posts for which I may name a substitute.</summary>
    public IReadOnlyList<PostView> Mine { get; private set; } = [];

    public IReadOnlyList<SubstitutionView> All { get; private set; } = [];
    public string From { get; private set; } = "";
    public string Until { get; private set; } = "";
    public Dictionary<string, string> Errors { get; } = [];
    public DateOnly Today => time.Today;

    public async Task OnGetAsync()
    {
        Mine = await substitutions.PostsOfAsync(await staff.PostAsync());
        All = await substitutions.CurrentAsync(Mine, staff.MemberId);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await OnGetAsync();
        (From, Until) = (DateTagHelper.Read(Request.Form, "From"), DateTagHelper.Read(Request.Form, "Until"));
        if (Post is null) Errors["Post"] = L("请选择岗位", "Choose a post");
        if (string.IsNullOrWhiteSpace(Substitute)) Errors["Substitute"] = L("请填写代班人的工号", "Give the staff number of the substitute");
        if (!CityTime.TryReadDate(From, out var from)) Errors["From"] = L("请填写从哪天开始", "Give the first day");
        if (!CityTime.TryReadDate(Until, out var until)) Errors["Until"] = L("请填写到哪天为止", "Give the last day");
        if (Errors.Count > 0) return Page();
        var made = await substitutions.MakeAsync(new SubstituteOptions
        {
            PostId = Post!.Value, SubstituteNumber = Substitute!.Trim(), From = from, Until = until, By = await staff.PostAsync(),
        }, request.Proceeding());
        if (made.Ok) return Done();
        if (made.Refusal == Refusals.StaffUnknown) return NotFound();
        Errors[made.Refusal == Refusals.PostDates ? "Until" : made.Refusal == Refusals.SubstitutedAlready ? "From" : "Substitute"] = made.Refusal.Message;
        return Page();
    }

    public async Task<IActionResult> OnPostEndAsync(Guid substitution) =>
        (await substitutions.EndAsync(substitution, await staff.PostAsync(), request.Proceeding())).Ok ? Done() : NotFound();

    private LocalRedirectResult Done() => LocalRedirect(Url.Content("~/staff/substitution"));
}
