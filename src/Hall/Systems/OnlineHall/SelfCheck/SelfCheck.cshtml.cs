using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Forms;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Web.Components;
using Checks = Tongban.Hall.Platform.Forms.SelfCheck;

namespace Tongban.Hall.Systems.OnlineHall.SelfCheck;

/// <summary>能不能办: the same rules as for a case, on what a person says. Nothing is kept.</summary>
public sealed class SelfCheckPageModel(PackageStore packages, CityTime time) : PageModel
{
    public ServicePackage Package { get; private set; } = null!;
    public FormView View { get; private set; } = null!;
    public SelfCheckResult? Result { get; private set; }
    public Dictionary<string, string> Errors { get; } = [];
    private JsonObject typed = [];

    public IActionResult OnGet(string item) => Load(item) ?? Page();

    public IActionResult OnPost(string item)
    {
        typed = [];
        if (Load(item) is { } elsewhere) return elsewhere;
        foreach (var field in Package.SelfCheck!.Questions.Select(q => q.Field))
            typed[field.Id] = field.Type == FieldType.Date ? DateTagHelper.Read(Request.Form, field.Id) : Request.Form[field.Id].ToString();
        Result = Checks.Run(Package, time.Today, typed);
        foreach (var error in Result.Answers.Errors) Errors.TryAdd(error.Field, error.Text.ToString());
        Load(item);
        return Page();
    }

    public string? ValueOf(FormField field) => (typed[field.Id] ?? View.Answers[field.Id])?.ToString();

    private IActionResult? Load(string item)
    {
        if (packages.Find(item) is not { SelfCheck: not null } package) return NotFound();
        Package = package;
        View = FormView.Of(Checks.Page(package), Checks.Blank(time.Today, typed.DeepClone().AsObject()));
        return null;
    }
}
