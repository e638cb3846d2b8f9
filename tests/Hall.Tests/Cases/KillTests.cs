using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Cases;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Services.Licences;
using Tongban.Hall.Tests.Support;

namespace Tongban.Hall.Tests.Cases;

/// <summary>What was acknowledged survives kill −9 under load: none lost, none doubled, and the ledger agrees.
/// TONGBAN_KILL_ROUNDS says how often the hall of each database is killed.</summary>
public sealed class KillTests(Databases databases) : IDisposable
{
    private const int Clients = 16;
    private const int AtLeast = 16;
    private static readonly int Rounds = int.Parse(Environment.GetEnvironmentVariable("TONGBAN_KILL_ROUNDS") ?? "3", CultureInfo.InvariantCulture);

    private readonly string folder = Directory.CreateTempSubdirectory("tongban-kill-").FullName;
    private readonly ConcurrentDictionary<Guid, string> acknowledged = [];
    private readonly ConcurrentBag<ProgramClient.Filing> unanswered = [];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task AcknowledgedCases_SurviveKillUnderLoad(string database)
    {
        var settings = new Dictionary<string, string> { ["Hall:DataDirectory"] = folder, ["Logging:LogLevel:Default"] = "Error" };
        if (database == "postgres") (settings["Hall:Database"], settings["Hall:ConnectionString"]) = (database, databases.Fresh());
        var arguments = settings.Select(s => $"--{s.Key}={s.Value}").ToList();

        for (var round = 0; round < Rounds; round++)
        {
            await using var hall = await HallProcess.StartAsync(arguments);
            await AskAgainAsync(hall);
            await FileUntilKilledAsync(hall);
        }

        await using (var host = Hall(settings))
        {
            await CompareAsync(host);
        }
        var (code, printed) = await HallProcess.CommandAsync(["verify", .. arguments]);
        Assert.True(code == 0, printed);
    }

    private async Task FileUntilKilledAsync(HallProcess hall)
    {
        var before = acknowledged.Count;
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var clients = Enumerable.Range(0, Clients).Select(i => Task.Run(async () =>
        {
            using var client = await ProgramClient.OfAsync(hall.Address);
            while (client is not null && await FileAsync(client, i % 2 == 0 ? "林晓雯" : "周子涵"))
                if (acknowledged.Count >= before + AtLeast) enough.TrySetResult();
        })).ToList();
        await enough.Task.WaitAsync(TimeSpan.FromMinutes(2));
        // At any moment of the work that goes on meanwhile: this is the dice, not a wait.
        await Task.Delay(Random.Shared.Next(300));
        await hall.KillAsync();
        await Task.WhenAll(clients);
    }

    // False: the hall died, and whether it has filed the case nobody knows.
    private async Task<bool> FileAsync(ProgramClient client, string name)
    {
        if (await client.BeginAsync(name) is not { } filing) return false;
        if (await client.SubmitAsync(filing) is not { } answer)
        {
            unanswered.Add(filing);
            return false;
        }
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.True(acknowledged.TryAdd(filing.CaseId, (string)answer.Body["number"]!));
        return true;
    }

    // Whoever got no answer asks again, as a person would, with a new key: it must not become a second case.
    private async Task AskAgainAsync(HallProcess hall)
    {
        using var client = await ProgramClient.OfAsync(hall.Address);
        while (unanswered.TryTake(out var filing))
            Assert.True((await client!.SubmitAsync(filing with { Key = $"{filing.Key}-again" }))?.Status is HttpStatusCode.OK or HttpStatusCode.Conflict);
    }

    private async Task CompareAsync(HallHost host)
    {
        var kept = await host.UseAsync((HallDb db) => db.Set<Case>().Where(c => c.Number != null).ToDictionaryAsync(c => c.Id, c => c.Number!));
        Assert.DoesNotContain(acknowledged, a => kept.GetValueOrDefault(a.Key) != a.Value);
        Assert.Equal(kept.Count, kept.Values.Distinct().Count());
        var handedIn = await IdsAsync<Submission>(host, s => s.CaseId);
        var decided = await IdsAsync<Decision>(host, d => d.CaseId);
        Assert.Equal(kept.Keys.Order(), handedIn);
        Assert.Equal(kept.Keys.Order(), decided.Concat(await IdsAsync<Referral>(host, r => r.CaseId)).Order());
        Assert.Equal(decided, await IdsAsync<Licence>(host, l => l.CaseId));
    }

    private static Task<List<Guid>> IdsAsync<T>(HallHost host, Func<T, Guid> id) where T : class =>
        host.UseAsync(async (HallDb db) => (await db.Set<T>().ToListAsync()).Select(id).Order().ToList());

    private static HallHost Hall(Dictionary<string, string> settings)
    {
        var host = new HallHost();
        foreach (var (name, value) in settings) host.With(name, value);
        return host.Start();
    }
}
