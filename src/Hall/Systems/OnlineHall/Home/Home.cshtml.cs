using Microsoft.AspNetCore.Mvc.RazorPages;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Systems.Catalogue;

namespace Tongban.Hall.Systems.OnlineHall.Home;

public sealed class HomePage(ItemCatalogue catalogue) : PageModel
{
    public IReadOnlyList<ServicePackage> Common => [.. catalogue.All.Take(10)];

    public IReadOnlyList<ServicePackage> Instant => [.. catalogue.Browse(new CatalogueFilter(InstantOnly: true)).Take(6)];

    public int Count => catalogue.All.Count;

    public IReadOnlyList<string> Batches => catalogue.Batches;
}
