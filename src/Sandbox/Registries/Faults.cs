using System.Collections.Concurrent;
using Tongban.Sandbox.RealName;

namespace Tongban.Sandbox.Registries;

/// <summary>What is broken now. Registers go by their name, the SMS gateway by <see cref="Sms"/>.</summary>
internal sealed class Faults(int seed)
{
    public const string Sms = "sms";

    private readonly ConcurrentDictionary<string, Fault> broken = new();
    private readonly Random random = new(seed);
    private readonly Lock guard = new();

    /// <summary>Everything that can be broken, with its title.</summary>
    public static IReadOnlyList<(string Name, string Title)> Breakable { get; } = [.. Registry.All.Select(r => (r.Name, r.Title)), (RealNameEndpoint.Name, "实名核验"), (Sms, "短信网关")];

    public static bool Knows(string name) => Breakable.Any(b => b.Name == name);

    public Fault Of(string name) => broken.GetValueOrDefault(name, Fault.None);

    public void Set(string name, Fault fault)
    {
        if (!Knows(name)) throw new ArgumentException($"There is no register {name} to break.", nameof(name));
        broken[name] = fault;
    }

    /// <summary>What strikes this one request. Slowness has passed when this returns.</summary>
    public async Task<FaultMode> StrikeAsync(string name, HttpContext http)
    {
        var fault = Of(name);
        if (fault.Mode == FaultMode.None || fault.Probability < 1 && Draw() >= fault.Probability) return FaultMode.None;
        if (fault.Mode == FaultMode.Slow) await WaitAsync(TimeSpan.FromMilliseconds(fault.DelayMs), http);
        if (fault.Mode == FaultMode.Hang) await NeverAsync(http);
        return fault.Mode;
    }

    /// <summary>Whether the request ends here.</summary>
    public static bool Ends(FaultMode mode, HttpContext http)
    {
        if (mode is FaultMode.Down or FaultMode.Hang) http.Abort();
        if (mode == FaultMode.Error500) http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        return mode is FaultMode.Down or FaultMode.Hang or FaultMode.Error500;
    }

    /// <summary>Waits until the asker gives up.</summary>
    public static Task NeverAsync(HttpContext http) => WaitAsync(Timeout.InfiniteTimeSpan, http);

    // The asker's patience ends the wait, and so does the end of the server.
    private static async Task WaitAsync(TimeSpan time, HttpContext http)
    {
        var ending = http.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, ending);
        await Task.Delay(time, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private double Draw()
    {
        lock (guard) return random.NextDouble();
    }
}
