using Tongban.Sandbox.RealName;
using Tongban.Sandbox.Wire;
using Tongban.Sm;

namespace Tongban.Sandbox.Registries;

/// <summary>Each register, and the real-name provider, signs with a key of its own, so that none can answer for another.</summary>
internal sealed class RegistryKeys(string? directory)
{
    private readonly Dictionary<string, Sm2Key> keys = Registry.All.Select(r => r.Name).Append(RealNameEndpoint.Name).ToDictionary(name => name,
        name => directory is null ? Sm2Key.Generate() : KeyFile.ReadOrMake(directory, name));

    public Sm2Key Of(string registry) => keys[registry];

    public Sm2Key OfAnother(string registry) => keys.First(k => k.Key != registry).Value;
}
