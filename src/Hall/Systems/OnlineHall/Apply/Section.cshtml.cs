using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tongban.Hall.Cases;
using Tongban.Hall.Platform.Files;
using Tongban.Hall.Platform.Forms;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Web.Components;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Platform.Regions;

namespace Tongban.Hall.Systems.OnlineHall.Apply;

/// <summary>One page of the form: one group of questions.</summary>
[Authorize]
[RequestSizeLimit(UploadCheck.MostBytes * 2)]
[RequestFormLimits(MultipartBodyLengthLimit = UploadCheck.MostBytes * 2)]
public sealed class SectionPage(PackageStore packages, Applications applications, CaseGrounds caseGrounds, RegionTable regions, Request request) : PageModel
{
    public Case Case { get; private set; } = null!;
    public ServicePackage Package { get; private set; } = null!;
    public FormView View { get; private set; } = null!;
    public FormSection Current { get; private set; } = null!;
    public IReadOnlyList<CaseFile> Files { get; private set; } = [];
    public IReadOnlyList<CaseFile> Reusable { get; private set; } = [];
    public Dictionary<string, string> Errors { get; } = [];

    /// <summary>What was typed and could not be saved, because somebody else saved first.</summary>
    public JsonObject? Mine { get; private set; }

    [FromQuery(Name = "to")]
    public string? To { get; set; }

    /// <summary>The fields on this page now: a street is asked for when its district is known.</summary>
    public IEnumerable<FormField> Shown => View.FieldsOf(Current).Where(f => f.Region?.Within is not { } outer || View.Answers[outer] is not null);

    public string? Previous => View.Sections.TakeWhile(s => s.Id != Current.Id).LastOrDefault()?.Id;

    public async Task<IActionResult> OnGetAsync(Guid id, string section) => await LoadAsync(id, section) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id, string section, int version, string? remove, string? reuse, string? upload)
    {
        if (await LoadAsync(id, section) is { } elsewhere) return elsewhere;
        var asked = Shown.ToList();
        var typed = Read(asked);
        if (Guid.TryParse(remove, out var fileId)) Forget(typed, fileId, await applications.RemoveAsync(id, Case.ApplicantId, fileId, request.Proceeding()));
        foreach (var field in asked.Where(f => f.Type == FieldType.File)) await TakeFileAsync(field, typed, reuse);
        var merged = Merged(typed);
        var check = FormCheck.Run(Package, View.Grounds with { Answers = merged }, Current, Surroundings);
        var stay = remove is not null || upload is not null || reuse is not null;
        if (!stay)
            foreach (var error in check.Errors.Where(e => asked.Any(f => f.Id == e.Field))) Errors.TryAdd(error.Field, error.Text.ToString());
        var toSave = new JsonObject();
        foreach (var field in asked.Where(f => !View.IsLocked(f))) toSave[field.Id] = check.Answers[field.Id]?.DeepClone();
        if (Errors.Count > 0)
        {
            View = FormView.Of(Package, View.Grounds with { Answers = merged }, Surroundings);
            Typed = typed;
            await LoadFilesAsync();
            return Page();
        }
        var saved = await applications.SaveAsync(new SaveOptions
        {
            CaseId = id, ApplicantId = Case.ApplicantId, Version = version, Section = section, Answers = toSave,
        }, request.Proceeding());
        if (!saved.Ok) return Conflict(saved.Refusal, typed);
        return stay ? Again(section) : await NextAsync(saved.Value, asked);
    }

    /// <summary>What stands in a field: what was typed just now, or what is saved.</summary>
    public JsonObject? Typed { get; private set; }

    public string? ValueOf(FormField field) => (Typed?[field.Id] ?? View.Answers[field.Id]) switch
    {
        null => null,
        JsonArray list => string.Join(',', list.Select(v => v?.ToString())),
        JsonValue value when value.TryGetValue<bool>(out var yes) => yes ? "true" : "false",
        var value => value.ToString(),
    };

    private Surroundings Surroundings => regions.Surroundings;

    private async Task<IActionResult?> LoadAsync(Guid id, string section)
    {
        if (await applications.FindAsync(id, request.Party!) is not { } found || packages.Find(found.ItemId) is not { } package) return NotFound();
        if (found.State != CaseState.Draft) return LocalRedirect(Url.Content($"~/my/cases/{id}"));
        (Case, Package) = (found, package);
        View = FormView.Of(package, await caseGrounds.OfAsync(package, found), Surroundings);
        if (View.Sections.FirstOrDefault(s => s.Id == section) is not { } current)
            return LocalRedirect(Url.Content($"~/apply/case/{id}/{View.Sections.First().Id}"));
        Current = current;
        await LoadFilesAsync();
        return null;
    }

    private async Task LoadFilesAsync()
    {
        Files = await applications.FilesAsync(Case.Id);
        if (Current.Fields.FirstOrDefault(f => f.Type == FieldType.File) is { Material: { } material })
            Reusable = [.. (await applications.ReusableAsync(request.Party!, material, Case.Id)).DistinctBy(f => f.Hash)];
    }

    private JsonObject Read(IEnumerable<FormField> asked)
    {
        var typed = new JsonObject();
        foreach (var field in asked.Where(f => f.Type != FieldType.File && !View.IsLocked(f)))
            typed[field.Id] = field.Type switch
            {
                FieldType.Date => DateTagHelper.Read(Request.Form, field.Id),
                FieldType.MultiChoice => new JsonArray([.. Request.Form[field.Id].Select(v => (JsonNode?)v)]),
                _ => Request.Form[field.Id].ToString(),
            };
        foreach (var field in asked.Where(f => f.Type == FieldType.File))
            typed[field.Id] = View.Answers[field.Id]?.DeepClone() ?? new JsonArray();
        return typed;
    }

    private JsonObject Merged(JsonObject typed)
    {
        var merged = View.Answers.DeepClone().AsObject();
        foreach (var (name, value) in typed) merged[name] = value?.DeepClone();
        return merged;
    }

    private async Task TakeFileAsync(FormField field, JsonObject typed, string? reuse)
    {
        var list = typed[field.Id]!.AsArray();
        if (Guid.TryParse(reuse, out var earlier))
        {
            Add(field, list, await applications.ReuseAsync(Case.Id, request.Party!, earlier, request.Proceeding()));
            return;
        }
        if (Request.Form.Files[field.Id] is not { } file || file.FileName.Length == 0) return;
        await using var content = file.OpenReadStream();
        Add(field, list, await applications.AttachAsync(new AttachOptions
        {
            CaseId = Case.Id,
            ApplicantId = Case.ApplicantId,
            Material = field.Material ?? field.Id,
            Name = file.FileName,
            Content = content,
            MostMegabytes = Package.Material(field.Material ?? "")?.MaxMegabytes ?? 10,
        }, request.Proceeding()));
    }

    private void Add(FormField field, JsonArray list, Outcome<CaseFile> taken)
    {
        if (taken.Ok) list.Add(taken.Value.Id.ToString());
        else Errors[field.Id] = taken.Refusal.Message;
    }

    private static void Forget(JsonObject typed, Guid fileId, Outcome<bool> removed)
    {
        if (!removed.Ok) return;
        foreach (var list in typed.Select(t => t.Value).OfType<JsonArray>().ToList())
            if (list.FirstOrDefault(v => v?.ToString() == fileId.ToString()) is { } node) list.Remove(node);
    }

    private IActionResult Conflict(Refusal refusal, JsonObject typed)
    {
        if (refusal != Refusals.DraftStale) return LocalRedirect(Url.Content($"~/my/cases/{Case.Id}"));
        Mine = typed;
        Response.StatusCode = refusal.Status;
        return Page();
    }

    private LocalRedirectResult Again(string section) =>
        LocalRedirect(Url.Content($"~/apply/case/{Case.Id}/{section}") + (To is null ? "" : $"?to={Uri.EscapeDataString(To)}"));

    private async Task<IActionResult> NextAsync(Case saved, List<FormField> asked)
    {
        View = FormView.Of(Package, await caseGrounds.OfAsync(Package, saved), Surroundings);
        if (View.Sections.Any(s => s.Id == Current.Id) && Shown.Any(f => asked.All(a => a.Id != f.Id))) return Again(Current.Id);
        var next = View.Sections.SkipWhile(s => s.Id != Current.Id).Skip(1).FirstOrDefault()?.Id;
        return LocalRedirect(Url.Content($"~/apply/case/{Case.Id}/{(To == "check" || next is null ? "check" : next)}"));
    }
}
