using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Systems.Catalogue;

namespace Tongban.Hall.Systems.OnlineHall.Search;

public sealed class SearchPage(ItemCatalogue catalogue) : PageModel
{
    [FromQuery(Name = "q")]
    public string? Query { get; set; }

    public IReadOnlyList<ServicePackage> Found { get; private set; } = [];

    /// <summary>What was probably meant, where nothing was found.</summary>
    public IReadOnlyList<ServicePackage> Meant { get; private set; } = [];

    public void OnGet() => (Found, Meant) = string.IsNullOrWhiteSpace(Query) ? ([], []) : catalogue.Search(Query);
}
