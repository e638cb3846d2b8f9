namespace Tongban.Hall.Platform.Packages;

public static class PackagesRoom
{
    /// <summary>The packages that ship with the program.</summary>
    public static readonly string Shipped = Path.Combine(AppContext.BaseDirectory, "packages");

    /// <summary>Loads the packages before the first request; what is wrong in one is printed, and that one is left out.</summary>
    public static async Task AddPackagesAsync(this IServiceCollection services, IConfiguration configuration, IReadOnlyCollection<string> registries)
    {
        var store = await PackageStore.LoadAsync(Folder(configuration), registries, withExamples: false);
        foreach (var finding in store.Findings.Where(f => f.IsError)) await Console.Error.WriteLineAsync(finding.ToString());
        services.AddSingleton(store);
    }

    /// <summary>The folder named by Hall:PackagesDirectory, else the one that ships with the program.</summary>
    public static string Folder(IConfiguration configuration) =>
        configuration[$"{HallOptions.Section}:{nameof(HallOptions.PackagesDirectory)}"] is { Length: > 0 } given ? given : Shipped;
}
