using System.Collections.Concurrent;
using System.Collections.Frozen;
using Tongban.Hall.Platform.Packages.Loading;

namespace Tongban.Hall.Platform.Packages;

/// <summary>All packages of a folder, loaded once at the start. A folder with errors is left out, and its findings are kept.</summary>
public sealed class PackageStore
{
    private readonly FrozenDictionary<string, ServicePackage> byId;
    private readonly FrozenDictionary<string, ServicePackage> byCode;

    private PackageStore(IReadOnlyList<LoadedPackage> loaded)
    {
        All = [.. loaded.Select(l => l.Package).OfType<ServicePackage>().OrderBy(p => p.Id, StringComparer.Ordinal)];
        Findings = [.. loaded.SelectMany(l => l.Findings)];
        byId = All.ToFrozenDictionary(p => p.Id, StringComparer.Ordinal);
        byCode = All.SelectMany(p => new[] { (p.Codes.Basic, Package: p), (p.Codes.Implementation, Package: p) })
            .DistinctBy(c => c.Item1).ToFrozenDictionary(c => c.Item1, c => c.Package, StringComparer.Ordinal);
    }

    /// <summary>In the order of ids.</summary>
    public IReadOnlyList<ServicePackage> All { get; }

    public IReadOnlyList<Finding> Findings { get; }

    public ServicePackage? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>By the 12-digit basic code or the 31-character implementation code.</summary>
    public ServicePackage? FindByCode(string code) => byCode.GetValueOrDefault(code);

    /// <param name="folder">The folder <c>packages</c>, with <c>_schema</c> in it.</param>
    /// <param name="registries">Ids of the registries the exchange can ask; absent = not checked.</param>
    /// <param name="withExamples">Examples are for authors and tests; a serving hall does without.</param>
    public static async Task<PackageStore> LoadAsync(string folder, IReadOnlyCollection<string>? registries = null, bool withExamples = true) =>
        new(await LoadAllAsync(folder, registries, withExamples));

    internal static async Task<IReadOnlyList<LoadedPackage>> LoadAllAsync(string folder, IReadOnlyCollection<string>? registries, bool withExamples = true)
    {
        var loader = await PackageLoader.CreateAsync(Path.Combine(folder, "_schema"), registries);
        var loaded = new ConcurrentBag<LoadedPackage>();
        await Parallel.ForEachAsync(Directory.EnumerateDirectories(folder).Where(IsPackage), async (path, _) =>
            loaded.Add(loader.Load(await PackageFiles.ReadAsync(path), withExamples)));
        return UniqueCodes([.. loaded.OrderBy(l => l.Folder, StringComparer.Ordinal)]);
    }

    private static bool IsPackage(string path) => !Path.GetFileName(path).StartsWith('_') && !Path.GetFileName(path).StartsWith('.');

    // Two items under one code would send cases to the wrong one, two authorities with one serial would number their documents alike:
    // the later folder is refused.
    private static List<LoadedPackage> UniqueCodes(IReadOnlyList<LoadedPackage> loaded)
    {
        var (codes, serials) = (new Dictionary<string, string>(StringComparer.Ordinal), new Dictionary<string, (string Folder, string Authority)>(StringComparer.Ordinal));
        return [.. loaded.Select(one => one.Package is { } package && Taken(package) is { } taken
            ? new LoadedPackage(one.Folder, null, [.. one.Findings, new Finding(new Spot($"{one.Folder}/service.yaml", 1, 1), taken)]) : one)];

        FindingText? Taken(ServicePackage package)
        {
            var (code, authority) = (package.Codes.Implementation, package.Authority);
            if (!codes.TryAdd(code, package.Id)) return Loading.Findings.CodeTaken(code, codes[code]);
            serials.TryAdd(authority.Serial, (package.Id, authority.Uscc));
            return serials[authority.Serial].Authority == authority.Uscc ? null : Loading.Findings.SerialTaken(authority.Serial, serials[authority.Serial].Folder);
        }
    }
}
