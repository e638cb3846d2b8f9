using System.Diagnostics;
using Tongban.Hall.Tests.Support;

namespace Tongban.Bench;

/// <summary>Time and bytes of the main pages, 8 clients, after warming up.</summary>
internal static class PagesBench
{
    private static readonly string[] Pages = ["/health/live", "/", "/browse", "/search?q=毕业", "/items/graduate-settlement", "/items/graduate-settlement/check", "/signin", "/ledger"];

    public static async Task<int> RunAsync()
    {
        await using var host = new HallHost().Start();
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { BaseAddress = host.Address };
        foreach (var page in Pages) await LoadAsync(http, page, 400);
        Console.WriteLine("| page | bytes | requests/s | p50 ms | p95 ms |\n|---|---|---|---|---|");
        foreach (var page in Pages)
        {
            var bytes = (await http.GetByteArrayAsync(page)).Length;
            var (rate, p50, p95) = await LoadAsync(http, page, 1500);
            Console.WriteLine(FormattableString.Invariant($"| {page} | {bytes} | {rate:0} | {p50:0.0} | {p95:0.0} |"));
        }
        return 0;
    }

    private static async Task<(double, double, double)> LoadAsync(HttpClient http, string page, int count)
    {
        var times = new double[count];
        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, stop) =>
        {
            var started = Stopwatch.GetTimestamp();
            using var response = await http.GetAsync(page, stop);
            await response.Content.ReadAsByteArrayAsync(stop);
            times[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        });
        Array.Sort(times);
        return (count / watch.Elapsed.TotalSeconds, times[count / 2], times[(int)(count * 0.95)]);
    }
}
