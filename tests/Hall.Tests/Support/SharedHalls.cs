using System.Collections.Concurrent;
using Tongban.Sandbox.Registries;

namespace Tongban.Hall.Tests.Support;

/// <summary>One hall on each database for a whole class, whose gateways fail when told to: each test has people and cases of its own.</summary>
public sealed class SharedHalls(Databases databases) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, HallHost> halls = new();

    /// <summary>The hall on that database, with every gateway mended.</summary>
    public HallHost On(string database)
    {
        var host = halls.GetOrAdd(database, _ => Patient(databases.Prepare(database)).Start());
        foreach (var name in Registry.All.Select(r => r.Name).Concat(["realname", "sms"])) host.Sandbox.Break(name, Fault.None);
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in halls.Values) await host.DisposeAsync();
    }

    // What one test breaks must not rest while the next one asks.
    private static HallHost Patient(HallHost host) => host
        .With("Hall:Exchange:Limits:PerAttempt", "00:00:01").With("Hall:Exchange:Limits:RestAfter", "100000").With("Hall:Sms:Limits:RestAfter", "100000");
}
