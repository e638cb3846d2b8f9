using Markdig;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tongban.Hall.Platform.Packages;

namespace Tongban.Hall.Systems.OnlineHall.Guide;

public sealed class GuidePage(PackageStore packages) : PageModel
{
    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().UsePipeTables().DisableHtml().Build();

    public ServicePackage Package { get; private set; } = null!;

    public IHtmlContent Text => new HtmlString(Markdig.Markdown.ToHtml(Package.Guide.ToString(), Markdown));

    public int ToBring => Package.Materials.Count(m => m.Source == MaterialSource.Applicant && m.When is null);

    public int Spared => Package.Materials.Count(m => m.Source != MaterialSource.Applicant);

    public IActionResult OnGet(string item)
    {
        if (packages.Find(item) is not { } package) return NotFound();
        Package = package;
        return Page();
    }
}
