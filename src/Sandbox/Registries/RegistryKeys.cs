using Tongban.Sandbox.Wire;
using Tongban.Sm;

namespace Tongban.Sandbox.Registries;

/// <summary>Each register signs with a key of its own, so that none can answer for another.</summary>
internal sealed class RegistryKeys(string? directory)
{
    private readonly Dictionary<string, Sm2Key> keys = Registry.All.ToDictionary(r => r.Name,
        r => directory is null ? Sm2Key.Generate() : KeyFile.ReadOrMake(directory, r.Name));

    public Sm2Key Of(string registry) => keys[registry];
}
