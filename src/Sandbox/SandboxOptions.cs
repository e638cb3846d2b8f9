using Tongban.Sm;

namespace Tongban.Sandbox;

/// <summary>How the outside world is to be played.</summary>
public sealed record SandboxOptions
{
    /// <summary>Where it listens; port 0 takes a free one.</summary>
    public string Url { get; init; } = "http://127.0.0.1:0";

    /// <summary>The same seed gives the same people and records.</summary>
    public int Seed { get; init; } = 2018;

    /// <summary>How many people the registers know; they are computed, not kept.</summary>
    public long Size { get; init; } = 20_000_000;

    /// <summary>Keeps the registers' keys from one start to the next, each in REGISTER.key.pem; without it each start makes new ones.</summary>
    public string? DataDirectory { get; init; }

    /// <summary>Public keys of those who may ask, by client id.</summary>
    public IReadOnlyDictionary<string, Sm2PublicKey> Clients { get; init; } = new Dictionary<string, Sm2PublicKey>();

    /// <summary>The clock of the outside world.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
