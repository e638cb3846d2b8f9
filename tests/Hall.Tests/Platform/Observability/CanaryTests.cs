using Microsoft.Data.Sqlite;
using Tongban.Hall.Tests.Support;

namespace Tongban.Hall.Tests.Platform.Observability;

/// <summary>No personal data in what a hall prints and exports: logs, traces, metrics, addresses, error pages.</summary>
public sealed class CanaryTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("tongban-canary-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("Information")]
    [InlineData("Debug")]
    public async Task WholeJourney_LeavesNoPersonalDataBehind(string level)
    {
        await using var hall = await HallProcess.StartAsync($"--Hall:DataDirectory={folder}", $"--Logging:LogLevel:Default={level}", "--Hall:Telemetry:Console=true");
        using var canary = new Canary(hall);

        await canary.RegisterAsync();
        await canary.SignInAsync();
        await canary.ApplyAsync();
        await canary.TrackAsync();
        await canary.MeetStaffAsync();
        await canary.GoWrongAsync();
        await BreakTheDatabaseAsync();
        await canary.MeetAnErrorAsync();
        await hall.StopAsync();
        AssertNothingLiesInClear(canary);

        AssertThatAllWasWritten(hall.Printed);
        Assert.All(canary.Secrets, secret => Assert.DoesNotContain(secret, hall.Printed));
        Assert.All(canary.Secrets, secret => Assert.DoesNotContain(canary.Addresses, a => a.Contains(secret, StringComparison.Ordinal)));
        Assert.All(canary.Secrets, secret => Assert.DoesNotContain(canary.Errors, e => e.Contains(secret, StringComparison.Ordinal)));
    }

    // The sandbox plays the outside world: what it is told is its own affair.
    private void AssertNothingLiesInClear(Canary canary)
    {
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => !f.StartsWith(Path.Combine(folder, "sandbox"), StringComparison.Ordinal)).ToList();
        Assert.Contains(files, f => f.Contains("hall.db", StringComparison.Ordinal));
        Assert.Contains(files, f => f.Contains("/files/", StringComparison.Ordinal));
        foreach (var (file, secret) in from file in files let bytes = File.ReadAllBytes(file) from secret in canary.Secrets where bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(secret)) >= 0 select (file, secret))
            Assert.Fail($"{secret} lies in clear in {file}");
    }

    // Else the canary would live because nobody listens.
    private static void AssertThatAllWasWritten(string printed)
    {
        foreach (var expected in new[] { "http.route: my/cases/{id:guid}", "http.server.request.duration", "http.client.request.duration", "An unhandled exception", "LogRecord.Timestamp", "Job SendSms" })
            Assert.Contains(expected, printed);
    }

    private async Task BreakTheDatabaseAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "hall.db")};Pooling=false;Default Timeout=30");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "ALTER TABLE ratings RENAME TO broken";
        await command.ExecuteNonQueryAsync();
    }
}
