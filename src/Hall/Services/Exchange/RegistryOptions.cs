using Tongban.Hall.Platform.Connectors;
using Tongban.Sm;

namespace Tongban.Hall.Services.Exchange;

/// <summary>Where a register answers, and the key by which only it signs.</summary>
public sealed record RegistryGateway(Uri Address, Sm2PublicKey Key);

/// <summary>The section "Hall:Exchange:Registries:NAME".</summary>
public sealed class RegistryOptions
{
    private RegistryGateway? gateway;

    /// <summary>The full address of its look-up.</summary>
    public string Address { get; set; } = "";

    /// <summary>Its SM2 public key: PEM, or the base64 in one line.</summary>
    public string PublicKey { get; set; } = "";

    /// <summary>Null: address or key is missing or unreadable.</summary>
    public RegistryGateway? Gateway => gateway ??= GatewayAddress.Read(Address) is { } address && ReadKey() is { } key ? new RegistryGateway(address, key) : null;

    /// <summary>Null: it is missing or unreadable.</summary>
    public Sm2PublicKey? ReadKey() => GatewayKey.Read(PublicKey);
}
