using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Systems.Catalogue;

namespace Tongban.Hall.Systems.OpenInterface.V1;

internal static class Items
{
    public static void MapItems(this RouteGroupBuilder api)
    {
        var items = api.MapGroup("/items").WithTags("items").RequireAuthorization("items");
        items.MapGet("/", (ItemCatalogue catalogue, string? q) => ApiAnswer.Ok(new
        {
            items = (string.IsNullOrWhiteSpace(q) ? catalogue.All : catalogue.Search(q).Found).Select(Short),
        })).WithName("ListItems").WithSummary("搜索或列出事项 Search or list the services");
        items.MapGet("/{id}", (PackageStore packages, string id) => packages.Find(id) is { } item
            ? ApiAnswer.Ok(new
            {
                item.Id, item.Name, item.Summary, item.Codes, version = item.Version.Hash,
                authority = new { item.Authority.Name, item.Authority.Uscc, item.Authority.Region },
                limits = new { statutory = item.Limits.Statutory.Days, promised = item.Limits.Promised.Days },
                conditions = item.Conditions,
                materials = item.Materials.Select(m => new { m.Id, m.Name, source = m.Source.ToString(), m.Compulsory }),
                fields = item.Form.Fields.Select(f => new { f.Id, f.Label, type = f.Type.ToString(), options = f.Options.Select(o => o.Value) }),
            })
            : ApiAnswer.Of(Refusals.ItemUnknown)).WithName("GetItem").WithSummary("一个事项的指南和表单 One service: guide and form");
    }

    private static object Short(ServicePackage item) => new { item.Id, item.Name, item.Summary, code = item.Codes.Implementation, instant = item.Instant?.Enabled == true };
}
