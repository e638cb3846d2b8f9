using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tongban.Hall.Cases;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Tests.Support;

namespace Tongban.Bench;

/// <summary>The whole instant approval, submit to sealed licence committed: in process and over HTTP, with 1 and 16 clients;
/// beside it the bare limit, the same rows by hand-written SQL in one transaction with one signature.</summary>
internal static class InstantBench
{
    private const int Warm = 400, Rounds = 3;

    public static async Task<int> RunAsync(string[] databases)
    {
        foreach (var database in databases.Length == 0 ? ["sqlite"] : databases)
        {
            await using var host = new HallHost();
            if (database != "sqlite") host.With("Hall:Database", "postgres").With("Hall:ConnectionString", database);
            host.Start();
            await RunAsync(host, database == "sqlite" ? "SQLite" : "PostgreSQL");
        }
        return 0;
    }

    private static async Task RunAsync(HallHost host, string name)
    {
        var drafts = await Drafts.CreateAsync(host, "林晓雯");
        var http = await drafts.SignInAsync();
        await MeasureAsync(await drafts.PrepareAsync(Warm), 4, drafts.SubmitAsync);
        var sample = await drafts.LastCaseAsync();
        var floor = await BareRows.ReadAsync(host, sample);
        Console.WriteLine($"\n{name}: {floor.Rows} rows a case");
        Console.WriteLine("| | clients | cases/s (median of 3) | p50 ms | p99 ms | share of the bare limit |\n|---|---|---|---|---|---|");
        foreach (var clients in new[] { 1, 16 })
        {
            var count = clients == 1 ? 200 : 600;
            var (bare, process, web) = (new List<Figures>(), new List<Figures>(), new List<Figures>());
            for (var round = 0; round < Rounds; round++)
            {
                bare.Add(await MeasureAsync([.. Enumerable.Range(0, count).Select(_ => default(Draft))], clients, _ => floor.InsertAsync()));
                process.Add(await MeasureAsync(await drafts.PrepareAsync(count), clients, drafts.SubmitAsync));
                web.Add(await MeasureAsync(await drafts.PrepareAsync(count), clients, draft => drafts.PostAsync(http, draft)));
            }
            var limit = Median(bare).PerSecond;
            foreach (var (what, figures) in new[] { ("bare limit", Median(bare)), ("in process", Median(process)), ("over HTTP", Median(web)) })
                Console.WriteLine(FormattableString.Invariant($"| {what} | {clients} | {figures.PerSecond:0} | {figures.P50:0.0} | {figures.P99:0.0} | {figures.PerSecond / limit:0.00} |"));
        }
    }

    private static async Task<Figures> MeasureAsync(IReadOnlyList<Draft> work, int clients, Func<Draft, Task> act)
    {
        var queue = new ConcurrentQueue<Draft>(work);
        var times = new ConcurrentBag<double>();
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(async () =>
        {
            while (queue.TryDequeue(out var draft))
            {
                var started = Stopwatch.GetTimestamp();
                await act(draft);
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        })));
        var sorted = times.Order().ToList();
        return new Figures(work.Count / watch.Elapsed.TotalSeconds, sorted[sorted.Count / 2], sorted[(int)(sorted.Count * 0.99)]);
    }

    private static Figures Median(List<Figures> rounds) => rounds.OrderBy(r => r.PerSecond).ElementAt(rounds.Count / 2);

    private sealed record Figures(double PerSecond, double P50, double P99);
}
