using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Packages;

namespace Tongban.Hall.Platform.Production;

/// <summary>What a room cannot do without when it serves real people.</summary>
/// <param name="Missing">What of it is missing, in words that say what to do.</param>
public sealed record ProductionNeed(Func<IServiceProvider, IEnumerable<Text>> Missing);

/// <summary>What a demo leaves in the database, which must not meet real people.</summary>
public sealed record DemoRemnant(Text What, Func<HallDb, Task<bool>> IsThereAsync);

public static class ProductionNeeds
{
    public static IServiceCollection AddProductionNeed(this IServiceCollection services, Func<IServiceProvider, IEnumerable<Text>> missing) =>
        services.AddSingleton(new ProductionNeed(missing));

    public static IServiceCollection AddDemoRemnant(this IServiceCollection services, Text what, Func<HallDb, Task<bool>> isThereAsync) =>
        services.AddSingleton(new DemoRemnant(what, isThereAsync));
}
