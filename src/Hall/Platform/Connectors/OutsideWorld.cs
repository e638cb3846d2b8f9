using Tongban.Sm;

namespace Tongban.Hall.Platform.Connectors;

/// <summary>Where the gateways are and whose signature they bear. In the demo the sandbox fills it in at start.
/// Real gateways get connectors and settings of their own.</summary>
public sealed class OutsideWorld
{
    public Uri? Registries { get; set; }

    public Uri? Sms { get; set; }

    /// <summary>Verifies the registries' answers.</summary>
    public Sm2PublicKey? RegistryKey { get; set; }

    /// <summary>A page where the demo's text messages can be read.</summary>
    public Uri? SmsInbox { get; set; }
}
