using System.Diagnostics;
using Tongban.Hall.Tests.Support;

namespace Tongban.Bench;

/// <summary>From the start of the process to its first page: on an empty data folder, and again on the same.</summary>
internal static class StartBench
{
    private const int Rounds = 5;

    public static async Task<int> RunAsync()
    {
        // As `dotnet run` starts it: see src/Hall/Properties/launchSettings.json.
        Environment.SetEnvironmentVariable("DOTNET_TieredPGO", "0");
        var (first, again) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            var data = Directory.CreateTempSubdirectory("tongban-start").FullName;
            first.Add(await FirstPageAsync(data));
            again.Add(await FirstPageAsync(data));
            Directory.Delete(data, recursive: true);
        }
        Console.WriteLine("| start | median s | fastest | slowest |\n|---|---|---|---|");
        foreach (var (what, times) in new[] { ("empty data folder", first), ("second start", again) })
            Console.WriteLine(FormattableString.Invariant($"| {what} | {times.Order().ElementAt(Rounds / 2):0.0} | {times.Min():0.0} | {times.Max():0.0} |"));
        return 0;
    }

    private static async Task<double> FirstPageAsync(string data)
    {
        using var http = new HttpClient();
        var watch = Stopwatch.StartNew();
        await using var hall = await HallProcess.StartAsync("--environment", "Development", "--Hall:DataDirectory", data);
        await http.GetStringAsync(hall.Address);
        return watch.Elapsed.TotalSeconds;
    }
}
