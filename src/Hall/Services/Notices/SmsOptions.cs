using Tongban.Hall.Platform.Connectors;

namespace Tongban.Hall.Services.Notices;

/// <summary>The section "Hall:Sms".</summary>
public sealed class SmsOptions
{
    /// <summary>The full address to which a message is posted.</summary>
    public string Address { get; set; } = "";

    public GatewayLimits Limits { get; set; } = new();

    /// <summary>A page where the demo's messages can be read.</summary>
    public Uri? Inbox { get; set; }
}
