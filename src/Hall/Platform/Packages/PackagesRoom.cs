using Microsoft.Extensions.Options;

namespace Tongban.Hall.Platform.Packages;

public static class PackagesRoom
{
    /// <summary>The packages that ship with the program.</summary>
    public static readonly string Shipped = Path.Combine(AppContext.BaseDirectory, "packages");

    /// <param name="registries">Ids of the registries the exchange can ask.</param>
    public static IServiceCollection AddPackages(this IServiceCollection services, IReadOnlyCollection<string> registries) =>
        services.AddSingleton(provider => Load(provider, registries));

    /// <summary>Begins to read the packages while the database is brought up; who needs them first waits for the rest.</summary>
    public static void ReadPackagesAhead(this IServiceProvider services) => _ = Task.Run(() => services.GetRequiredService<PackageStore>());

    /// <summary>The configured folder, or the one shipped with the program.</summary>
    public static string Folder(string configured) =>
        configured.Length > 0 ? configured : Shipped;

    private static PackageStore Load(IServiceProvider provider, IReadOnlyCollection<string> registries)
    {
        var folder = Folder(provider.GetRequiredService<IOptions<HallOptions>>().Value.PackagesDirectory);
        var store = Task.Run(() => PackageStore.LoadAsync(folder, registries, withExamples: false)).GetAwaiter().GetResult();
        var log = provider.GetRequiredService<ILogger<PackageStore>>();
        foreach (var finding in store.Findings.Where(f => f.Text.Severity != FindingSeverity.Information))
            log.Log(finding.IsError ? LogLevel.Error : LogLevel.Warning, "{Finding}", finding);
        return store;
    }
}
