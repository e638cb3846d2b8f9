namespace Tongban.Hall.Platform.Packages.Rules;

/// <summary>Which registries gave something a decision may rest on.</summary>
internal sealed record FactCheck(Grounds Usable, IReadOnlySet<string> Unavailable, IReadOnlySet<string> TooOld)
{
    public static FactCheck Of(ServicePackage package, Instant instant, Grounds grounds)
    {
        var unavailable = new HashSet<string>(StringComparer.Ordinal);
        var old = new HashSet<string>(StringComparer.Ordinal);
        var facts = new Dictionary<string, RegistryFact>(grounds.Facts, StringComparer.Ordinal);
        foreach (var registry in package.Registries)
        {
            var fact = grounds.Facts.GetValueOrDefault(registry.Name);
            if (fact is null or { State: FactState.Unavailable })
                unavailable.Add(registry.Name);
            else if (grounds.Now - fact.AsOf > TimeSpan.FromMinutes(instant.FactsMaxAgeMinutes))
            {
                old.Add(registry.Name);
                facts[registry.Name] = RegistryFact.Unavailable;
            }
        }
        return new FactCheck(grounds with { Facts = facts }, unavailable, old);
    }

    public bool IsUsable(string registry) => !Unavailable.Contains(registry) && !TooOld.Contains(registry);
}
