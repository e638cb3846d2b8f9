using System.Diagnostics;
using System.Text.Json.Nodes;
using Tongban.Hall.Demo;
using Tongban.Hall.Systems.OpenInterface;
using Tongban.Hall.Tests.Support;
using Tongban.Sandbox.People;

namespace Tongban.Bench;

/// <summary>Tokens a second: for a program itself, and the way of a person's sign-in behind the consent (code, token, renewal). 8 clients.</summary>
internal static class TokenBench
{
    private const int Clients = 8;

    public static async Task<int> RunAsync(string[] databases)
    {
        foreach (var database in databases.Length > 0 ? databases : ["sqlite"])
        {
            await using var host = new HallHost().With("Hall:TokensPerMinute", "100000000");
            if (database != "sqlite") host.With("Hall:Database", "postgres").With("Hall:ConnectionString", database);
            host.Start();
            Console.WriteLine($"\n| {(database == "sqlite" ? "SQLite" : "PostgreSQL")} | a second (median of 3) | p50 ms | p95 ms | to an empty endpoint |\n|---|---|---|---|---|");
            using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { BaseAddress = host.Address };
            async Task EmptyAsync(int _) => (await http.GetAsync("/health/live")).EnsureSuccessStatusCode();
            async Task ProgramAsync(int _) => (await TokenAsync(http, ("grant_type", "client_credentials"), ("client_id", OAuth.DemoClient), ("scope", "cases"))).ToString();
            var sites = new List<(RelyingParty Site, Visitor Person)>();
            for (var i = 0; i < Clients; i++) sites.Add((new RelyingParty(host), await SignedInAsync(host)));
            // The consent is given before; the code is asked for and redeemed, and the token renewed once.
            await sites[0].Site.CodeAsync(sites[0].Person);
            async Task PersonAsync(int client)
            {
                var tokens = await sites[client].Site.RedeemAsync(await sites[client].Site.CodeAsync(sites[client].Person));
                if ((await sites[client].Site.RefreshAsync((string)tokens["refresh_token"]!))["id_token"] is null) throw new InvalidOperationException("not renewed");
            }

            var empty = await ReportAsync("empty endpoint (/health/live)", 4000, EmptyAsync, null);
            await ReportAsync("client credentials", 3000, ProgramAsync, empty);
            await ReportAsync("code + token + renewal (3 requests)", 300, PersonAsync, empty);
        }
        return 0;
    }

    private static string Number => DemoPeople.Of(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddHours(8).DateTime))[0].Person.Number;

    private static async Task<Visitor> SignedInAsync(HallHost host)
    {
        var visitor = new Visitor(host.Address);
        if ((await visitor.SignInAsync(Number, DemoCity.Password)).Location is null) throw new InvalidOperationException("The demo's person could not sign in.");
        return visitor;
    }

    private static async Task<JsonNode> TokenAsync(HttpClient http, params (string Name, string Value)[] fields)
    {
        using var answer = await http.PostAsync("/connect/token", new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), new("client_secret", OAuth.DemoSecret)]));
        answer.EnsureSuccessStatusCode();
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }

    private static async Task<double> ReportAsync(string what, int count, Func<int, Task> work, double? empty)
    {
        await LoadAsync(count / 4, work);
        var rounds = new List<(double Rate, double P50, double P95)>();
        for (var i = 0; i < 3; i++) rounds.Add(await LoadAsync(count, work));
        var (rate, p50, p95) = rounds.OrderBy(r => r.Rate).ElementAt(1);
        Console.WriteLine(FormattableString.Invariant($"| {what} | {rate:0} | {p50:0.0} | {p95:0.0} | {(empty is { } e ? FormattableString.Invariant($"{rate / e:0.000}") : "1")} |"));
        return rate;
    }

    private static async Task<(double, double, double)> LoadAsync(int count, Func<int, Task> work)
    {
        var (times, next) = (new double[count], -1);
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(async client =>
        {
            for (int i; (i = Interlocked.Increment(ref next)) < count;)
            {
                var started = Stopwatch.GetTimestamp();
                await work(client);
                times[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            }
        }));
        Array.Sort(times);
        return (count / watch.Elapsed.TotalSeconds, times[count / 2], times[(int)(count * 0.95)]);
    }
}
