using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tongban.Hall.Cases;
using Tongban.Hall.Demo;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Services.Identity.Mandates;
using Tongban.Hall.Tests.Support;

namespace Tongban.Bench;

/// <summary>A firm with many cases and agents opens its pages: as its representative, as an agent for everything, as an agent for one rare service.
/// Beside it an empty firm, so that what the rows cost is read off as a ratio.</summary>
internal static class FirmBench
{
    private const int Cases = 100_000, Agents = 1_000, Rare = 30, Rounds = 200;
    private const string RareItem = "registration-certificate", UsualItem = "another-service";

    public static async Task<int> RunAsync(string[] databases)
    {
        foreach (var database in databases.Length > 0 ? databases : ["sqlite"])
        {
            await using var host = new HallHost();
            if (database != "sqlite") host.With("Hall:Database", "postgres").With("Hall:ConnectionString", database);
            host.Start();
            var firm = await BoundFirm.BindAsync(host);
            var empty = await TimeAsync(host, BoundFirm.Head, firm.Mandate.Id, "/firm");
            await FillAsync(host, firm);
            var clerk = await firm.AppointAsync();
            var narrow = await firm.AppointAsync("沈佳宜", items: [RareItem]);
            Console.WriteLine($"\n| {(database == "sqlite" ? "SQLite" : "PostgreSQL")}, {Cases} cases, {Agents} agents | p50 ms | p95 ms | to an empty firm |\n|---|---|---|---|");
            Report("/firm, no cases yet", empty, empty);
            Report("/firm, representative", await TimeAsync(host, BoundFirm.Head, firm.Mandate.Id, "/firm"), empty);
            Report("/firm, agent for all services", await TimeAsync(host, BoundFirm.Clerk, clerk.Id, "/firm"), empty);
            Report($"/firm, agent for one service ({Rare} cases)", await TimeAsync(host, "沈佳宜", narrow.Id, "/firm"), empty);
            Report("/firm/agents", await TimeAsync(host, BoundFirm.Head, firm.Mandate.Id, "/firm/agents"), empty);
            Report("/apply/registration-certificate", await TimeAsync(host, BoundFirm.Head, firm.Mandate.Id, "/apply/registration-certificate"), empty);
        }
        return 0;
    }

    private static async Task FillAsync(HallHost host, BoundFirm firm)
    {
        var (commit, at) = (host.Services.GetRequiredService<GroupCommit>(), CityTime.Cut(TimeProvider.System.GetUtcNow()));
        var who = new Proceeding(Actor.System("bench"), at);
        for (var first = 0; first < Cases; first += 1_000)
            await commit.RunAsync(who, writing =>
            {
                for (var i = first; i < first + 1_000; i++)
                    writing.Add(new Case
                    {
                        Id = Ids.Next(at), ItemId = i < Rare ? RareItem : UsualItem, PackageVersion = "bench", ApplicantId = firm.Party.Id, ApplicantKind = PartyKind.Organisation,
                        RegionCode = "440300000000", AuthorityCode = "11440300MB9T00046D", Channel = Channel.Computer, State = CaseState.Submitted, CreatedAt = at, ChangedAt = at, Number = $"B{i:000000000}",
                    });
                writing.Record(new DraftBegun(null, UsualItem, "bench"));
            });
        await commit.RunAsync(who, writing =>
        {
            for (var i = 0; i < Agents; i++)
            {
                var agent = new Account { Id = Ids.Next(at), Name = $"经办{i}", CitizenNumber = $"44030519900101{i:0000}", RealNameLevel = RealNameLevel.Checked, CreatedAt = at };
                agent.NormalizedUserName = agent.UserName!.ToUpperInvariant();
                writing.Add(agent);
                writing.Add(new Mandate
                {
                    Id = Ids.Next(at), PartyId = firm.Party.Id, PartyKind = PartyKind.Organisation, AgentId = agent.Id, AgentName = agent.Name, AgentNumber = agent.CitizenNumber, Kind = MandateKind.Agent,
                    State = MandateState.Active, Actions = MandateActions.All, Items = "", From = BoundFirm.Today(host), TextHash = "bench", OfferedAt = at,
                });
            }
            writing.Record(new MandateEntered(Guid.Empty, firm.Party.Id, nameof(MandateKind.Agent)));
        });
    }

    private static async Task<double[]> TimeAsync(HallHost host, string name, Guid mandate, string page)
    {
        using var visitor = await BoundFirm.ActingAsync(host, name, mandate);
        var times = new double[Rounds];
        for (var i = -20; i < Rounds; i++)
        {
            var started = Stopwatch.GetTimestamp();
            var shown = await visitor.GetAsync(page);
            if ((int)shown.Status != 200) throw new InvalidOperationException($"{page} answered {(int)shown.Status}");
            if (i >= 0) times[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }
        return [.. times.Order()];
    }

    private static void Report(string what, double[] times, double[] empty) => Console.WriteLine(FormattableString.Invariant(
        $"| {what} | {times[Rounds / 2]:0.0} | {times[(int)(Rounds * .95)]:0.0} | {times[Rounds / 2] / empty[Rounds / 2]:0.00} |"));
}
