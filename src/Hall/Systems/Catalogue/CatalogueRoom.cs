namespace Tongban.Hall.Systems.Catalogue;

public static class CatalogueRoom
{
    public static IServiceCollection AddCatalogue(this IServiceCollection services) => services.AddSingleton<ItemCatalogue>();
}
