using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Systems.Catalogue;
using Tongban.Hall.Systems.OpenInterface.Contract;

namespace Tongban.Hall.Systems.OpenInterface.V1;

internal static class ItemsApi
{
    public static void MapItems(this RouteGroupBuilder api)
    {
        var items = api.MapGroup("/items").WithTags("items").RequireAuthorization("items");
        items.MapGet("/", (ItemCatalogue catalogue, string? q) => ApiAnswer.Ok(new ItemList(
                [.. (string.IsNullOrWhiteSpace(q) ? catalogue.All : catalogue.Search(q).Found).Select(ItemSummary.Of)])))
            .WithName("ListItems").WithSummary("搜索或列出事项 · Search or list the services").Answers<ItemList>();
        items.MapGet("/{id}", (PackageStore packages, string id) => packages.Find(id) is { } item ? ApiAnswer.Ok(ItemView.Of(item)) : ApiAnswer.Of(Refusals.ItemUnknown))
            .WithName("GetItem").WithSummary("一个事项的指南和表单 · One service: guide and form").Answers<ItemView>().Refuses(Refusals.ItemUnknown);
    }
}
