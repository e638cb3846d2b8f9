using Tongban.Hall.Platform.Connectors;

namespace Tongban.Hall.Services.Exchange;

/// <summary>The section "Hall:Exchange".</summary>
public sealed class ExchangeOptions
{
    /// <summary>Data older than this is not used for a decision.</summary>
    public TimeSpan OldestData { get; set; } = TimeSpan.FromDays(3);

    /// <summary>How far a register's clock may be ahead of ours.</summary>
    public TimeSpan ClockTolerance { get; set; } = TimeSpan.FromMinutes(2);

    public GatewayLimits Limits { get; set; } = new();

    /// <summary>By the register's name. In the demo the sandbox answers for those that are not named.</summary>
    public Dictionary<string, RegistryOptions> Registries { get; set; } = [];
}
