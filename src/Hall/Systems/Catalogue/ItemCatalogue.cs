using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Regions;
using Tongban.Hall.Systems.Catalogue.Search;

namespace Tongban.Hall.Systems.Catalogue;

/// <summary>How one looks for a service; what is null does not narrow.</summary>
public sealed record CatalogueFilter(string? Who = null, string? Theme = null, string? Life = null, string? Authority = null, string? Region = null, bool InstantOnly = false);

/// <summary>目录: all services that are offered, to browse and to search.</summary>
public sealed class ItemCatalogue(PackageStore packages, RegionTable regions)
{
    private readonly SearchIndex index = SearchIndex.Build([.. packages.All.Select(p => new SearchItem(
        p.Id, [p.Name.Zh, p.Name.En], p.Keywords, $"{p.Summary.Zh} {p.Summary.En} {p.Authority.Name.Zh}"))]);

    public IReadOnlyList<ServicePackage> All => packages.All;

    public IReadOnlyList<ServicePackage> Browse(CatalogueFilter filter) => [.. packages.All.Where(p => Fits(p, filter))];

    /// <summary>Certain hits first; where there are none, what was probably meant.</summary>
    public (IReadOnlyList<ServicePackage> Found, IReadOnlyList<ServicePackage> Meant) Search(string query)
    {
        var hits = index.Search(query);
        return ([.. hits.Where(h => h.Certain).Select(h => packages.Find(h.Id)!)], [.. hits.Where(h => !h.Certain).Take(5).Select(h => packages.Find(h.Id)!)]);
    }

    public IReadOnlyList<Authority> Authorities => [.. packages.All.Select(p => p.Authority).DistinctBy(a => a.Uscc)];

    public IReadOnlyList<string> Batches => [.. packages.All.SelectMany(p => p.Batches).Distinct().Order(StringComparer.Ordinal)];

    private bool Fits(ServicePackage p, CatalogueFilter filter) =>
        (filter.Who is null || p.Served.Any(s => s == ServedPerson.NaturalPerson == (filter.Who == "person")))
        && (filter.Theme is null || p.Themes.Person.Concat(p.Themes.Firm).Contains(filter.Theme))
        && (filter.Life is null || p.Themes.LifeEvents.Contains(filter.Life))
        && (filter.Authority is null || p.Authority.Uscc == filter.Authority)
        && (filter.Region is null || Serves(p.Authority.Region, filter.Region))
        && (!filter.InstantOnly || p.Instant is { Enabled: true });

    // An authority serves its own region and all that lie in it.
    private bool Serves(string authorityRegion, string region)
    {
        for (var at = regions.Find(region); at is not null; at = regions.Find(at.Parent))
            if (at.Code == authorityRegion) return true;
        return false;
    }
}
