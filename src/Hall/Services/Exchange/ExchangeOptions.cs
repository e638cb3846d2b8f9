using Tongban.Hall.Platform.Connectors;

namespace Tongban.Hall.Services.Exchange;

/// <summary>The section "Hall:Exchange".</summary>
public sealed class ExchangeOptions
{
    /// <summary>Data older than this is not used for a decision.</summary>
    public TimeSpan OldestData { get; set; } = TimeSpan.FromDays(3);

    public GatewayLimits Limits { get; set; } = new();
}
