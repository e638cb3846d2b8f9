using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

[assembly: AssemblyFixture(typeof(Tongban.Hall.Tests.Support.Databases))]

namespace Tongban.Hall.Tests.Support;

/// <summary>Both databases for storage tests: SQLite in the host's folder, and one PostgreSQL cluster for the whole run,
/// on a free port of this machine. TONGBAN_TEST_POSTGRES may name a server instead.</summary>
public sealed class Databases : IAsyncDisposable
{
    private readonly Lazy<string?> server;
    private string? folder;

    public Databases() => server = new(Find);

    public static TheoryData<string> Both => ["sqlite", "postgres"];

    /// <summary>A started hall on the given database; skips visibly where there is no PostgreSQL.</summary>
    public HallHost Start(string database)
    {
        var host = new HallHost();
        return (database == "sqlite" ? host : host.With("Hall:Database", "postgres").With("Hall:ConnectionString", Fresh())).Start();
    }

    public async ValueTask DisposeAsync()
    {
        if (folder is null) return;
        NpgsqlConnection.ClearAllPools();
        AsPostgres($"{Binaries()}/pg_ctl -D {folder}/data -m immediate stop");
        await Task.CompletedTask;
        Directory.Delete(folder, recursive: true);
    }

    private string Fresh()
    {
        if (server.Value is not { } connection) Assert.Skip("PostgreSQL is not installed on this machine: ./test installs it.");
        var name = $"t{Guid.NewGuid():N}";
        using var admin = new NpgsqlConnection(server.Value);
        admin.Open();
        using var create = new NpgsqlCommand($"CREATE DATABASE {name}", admin);
        create.ExecuteNonQuery();
        // A host that has ended must not keep its pool: the next ones need the server's connections.
        return new NpgsqlConnectionStringBuilder(server.Value) { Database = name, ConnectionIdleLifetime = 2, ConnectionPruningInterval = 1 }.ToString();
    }

    private string? Find() => Environment.GetEnvironmentVariable("TONGBAN_TEST_POSTGRES") ?? (Binaries() is null ? null : Launch());

    private string Launch()
    {
        folder = Directory.CreateTempSubdirectory("tongban-pg-").FullName;
        Run("chown", $"postgres {folder}");
        var port = FreePort();
        AsPostgres($"{Binaries()}/initdb -D {folder}/data -U postgres --auth=trust -E UTF8 --locale=C.UTF-8");
        AsPostgres($"{Binaries()}/pg_ctl -D {folder}/data -w -l {folder}/log -o '-p {port} -c max_connections=400 -c listen_addresses=127.0.0.1 -k {folder}' start");
        return $"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres";
    }

    private static string? Binaries() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).FirstOrDefault(d => File.Exists(Path.Combine(d, "initdb")))
        : null;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void AsPostgres(string command) => Run("runuser", $"-u postgres -- bash -c \"{command}\"");

    private static void Run(string program, string arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = false, WorkingDirectory = "/tmp" })!;
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {arguments} ended with {process.ExitCode}.");
    }
}
