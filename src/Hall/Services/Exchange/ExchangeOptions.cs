namespace Tongban.Hall.Services.Exchange;

/// <summary>The section "Hall:Exchange".</summary>
public sealed class ExchangeOptions
{
    /// <summary>Data older than this is not used for a decision.</summary>
    public TimeSpan OldestData { get; set; } = TimeSpan.FromDays(3);

    public TimeSpan PerAttempt { get; set; } = TimeSpan.FromSeconds(2);

    public TimeSpan PerLookup { get; set; } = TimeSpan.FromSeconds(5);

    public int Retries { get; set; } = 1;
}
