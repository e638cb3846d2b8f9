using Tongban.Hall.Platform.Connectors;
using Tongban.Sm;

namespace Tongban.Hall.Services.Identity.RealName;

/// <summary>The section "Hall:RealName".</summary>
public sealed class RealNameOptions
{
    /// <summary>The full address of the provider's check.</summary>
    public string Address { get; set; } = "";

    /// <summary>Its SM2 public key: PEM, or the base64 in one line.</summary>
    public string PublicKey { get; set; } = "";

    public GatewayLimits Limits { get; set; } = new();

    /// <summary>A page where the demo people's proofs can be read.</summary>
    public Uri? Book { get; set; }

    public (Uri Address, Sm2PublicKey Key)? Gateway =>
        GatewayAddress.Read(Address) is { } address && GatewayKey.Read(PublicKey) is { } key ? (address, key) : null;
}
