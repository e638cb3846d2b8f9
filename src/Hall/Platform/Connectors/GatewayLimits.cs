namespace Tongban.Hall.Platform.Connectors;

/// <summary>How long one waits for a gateway, and how often one asks again.</summary>
public sealed class GatewayLimits
{
    /// <summary>For one attempt, to the last byte of the answer.</summary>
    public TimeSpan PerAttempt { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>For all attempts together: nobody waits longer than this.</summary>
    public TimeSpan PerRequest { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How often one asks again after the line failed. An answer, even a refusal, is not asked for again.</summary>
    public int Retries { get; set; } = 2;

    /// <summary>After so many attempts within half a minute, half of them failed, a gateway is left in peace…</summary>
    public int RestAfter { get; set; } = 10;

    /// <summary>…for so long.</summary>
    public TimeSpan RestFor { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>No answer is read beyond this.</summary>
    public int MostBytes { get; set; } = 256 * 1024;
}
