namespace Tongban.Hall.Platform;

/// <summary>The section "Hall" of the configuration.</summary>
public sealed class HallOptions
{
    public const string Section = "Hall";

    /// <summary>Where the embedded database, files and demo keys live.</summary>
    public string DataDirectory { get; set; } = "data";

    /// <summary>The folder of service packages; empty: the ones shipped with the program.</summary>
    public string PackagesDirectory { get; set; } = "";

    /// <summary>"sqlite" (in the data directory) or "postgres" (by <see cref="ConnectionString"/>).</summary>
    public string Database { get; set; } = "sqlite";

    public string ConnectionString { get; set; } = "";

    /// <summary>A city of invented people with sandbox registries. Never in production.</summary>
    public bool Demo { get; set; }

    /// <summary>Where the keys of ledger, seals and exchange lie; empty in demo mode: made in the data directory.</summary>
    public string KeysDirectory { get; set; } = "";

    /// <summary>Under which name the city's gateways know this hall.</summary>
    public string ClientId { get; set; } = "hall";

    /// <summary>The city's time zone: dates of law are counted in it.</summary>
    public string TimeZone { get; set; } = "Asia/Shanghai";

    /// <summary>The name under which the ledger signs its checkpoints.</summary>
    public string LedgerOrigin { get; set; } = "tongban.example/ledger";

    /// <summary>The address that citizens see, printed into QR codes; empty: the address of the request.</summary>
    public string PublicUrl { get; set; } = "";

    /// <summary>How often one address may ask for tokens in a minute: a guess at a secret counts like any other request.</summary>
    public int TokensPerMinute { get; set; } = 600;

    public string DataPath(params ReadOnlySpan<string> parts) =>
        Path.GetFullPath(Path.Combine([DataDirectory, .. parts]));
}
