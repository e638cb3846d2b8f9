using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using Tongban.Hall.Platform.Packages;

namespace Tongban.Hall.Platform.Web.Design;

/// <summary>Every component in its states, for those who build pages. Not in production.</summary>
public sealed class DesignPage(IOptions<HallOptions> options, IHostEnvironment environment, PackageStore packages) : PageModel
{
    public IReadOnlyList<ServicePackage> Services => [.. packages.All.Take(3)];

    public IActionResult OnGet() => options.Value.Demo || environment.IsDevelopment() ? Page() : NotFound();
}
