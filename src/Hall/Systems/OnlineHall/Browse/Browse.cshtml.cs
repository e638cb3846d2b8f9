using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Regions;
using Tongban.Hall.Systems.Catalogue;
using static Tongban.Hall.Platform.Web.Say;

namespace Tongban.Hall.Systems.OnlineHall.Browse;

public sealed class BrowsePage(ItemCatalogue catalogue, RegionTable regions) : PageModel
{
    [FromQuery(Name = "who")] public string? Who { get; set; }
    [FromQuery(Name = "by")] public string? By { get; set; }
    [FromQuery(Name = "theme")] public string? ThemeCode { get; set; }
    [FromQuery(Name = "life")] public string? Life { get; set; }
    [FromQuery(Name = "authority")] public string? AuthorityCode { get; set; }
    [FromQuery(Name = "region")] public string? RegionCode { get; set; }
    [FromQuery(Name = "instant")] public bool Instant { get; set; }

    public IReadOnlyList<ServicePackage> Items => catalogue.Browse(new CatalogueFilter(Who, ThemeCode, Life, AuthorityCode, RegionCode, Instant));

    public IReadOnlyList<Authority> Authorities => catalogue.Authorities;

    public IEnumerable<Region> Districts => regions.In(regions.City.Code);

    public string Heading =>
        ThemeList.Find(ThemeCode ?? Life)?.Name.ToString()
        ?? catalogue.Authorities.FirstOrDefault(a => a.Uscc == AuthorityCode)?.Name.ToString()
        ?? regions.Find(RegionCode)?.Name
        ?? (Instant ? L("秒批服务", "Instant services") : Who switch
        {
            "person" => L("个人办事", "For people"),
            "organisation" => L("企业和组织办事", "For firms and bodies"),
            _ => L("全部服务", "All services"),
        });
}
