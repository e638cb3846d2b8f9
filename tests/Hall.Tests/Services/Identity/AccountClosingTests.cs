using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tongban.Hall.Cases;
using Tongban.Hall.Demo;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Files;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Personal;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Exchange;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Services.Identity.Privacy;
using Tongban.Hall.Services.Notices;
using Tongban.Hall.Services.Supervision.Ledger;
using Tongban.Hall.Tests.Support;

namespace Tongban.Hall.Tests.Services.Identity;

/// <summary>注销: what no duty keeps is gone everywhere, and the ledger still proves everything that is left.</summary>
public class AccountClosingTests(Databases databases)
{
    private static readonly byte[] Pdf = System.Text.Encoding.ASCII.GetBytes("%PDF-1.4\n%%EOF\n");

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task ErasedPerson_IsFoundNowhereButInWhatMustBeKept_AndTheLedgerHolds(string database)
    {
        var chores = new Chores(new Clock());
        await using var host = chores.On(databases.Prepare(database)).Start();
        var hers = await Belongings.OfAsync(host, "林晓雯");
        var person = await Residents.NamedAsync(host, "林晓雯");
        var fileHash = await host.UseAsync((HallDb db) => db.Set<CaseFile>().Select(f => f.Hash).SingleAsync());
        using var visitor = new Visitor(host.Address);
        await visitor.SignInAsync(person.CitizenNumber, DemoCity.Password);
        await visitor.PostAsync("/my/data/export", "/my/data/export");
        await DataExportTests.RunAsync(host);
        await SequenceAsync(host);
        var before = await host.UseAsync((HallDb db) => db.Set<ProceedingEntry>().OrderBy(p => p.Sequence).ToListAsync());

        Assert.Equal("/closing", (await visitor.PostAsync("/my/account/close", "/my/account/close", ("Understood", "true"))).Location);
        Assert.StartsWith("/signin", (await visitor.GetAsync("/my")).Location!.Replace(host.Address.GetLeftPart(UriPartial.Authority), "", StringComparison.Ordinal), StringComparison.Ordinal);
        await DataExportTests.RunAsync(host);
        Assert.Equal(person.Name, (await AccountAsync(host, person.Id)).Name);
        chores.Clock.Advance(AccountClosing.CoolingOff + TimeSpan.FromMinutes(1));
        await DataExportTests.RunAsync(host);
        await DataExportTests.RunAsync(host);

        Assert.Equal(("", "", null, null, null), await AccountAsync(host, person.Id) is var a ? (a.Name, a.CitizenNumber, a.PhoneNumber, a.PasswordHash, a.NumberIndex) : default);
        Assert.Empty(await FoundAsync(host, person, hers.Granted.Id));
        Assert.False(await host.UseAsync((HallDb db) => db.Set<Case>().AnyAsync(c => c.Id == hers.Draft.Id)));
        Assert.True(await host.UseAsync((HallDb db) => db.Set<Case>().AnyAsync(c => c.Id == hers.Granted.Id)));
        Assert.Null(await host.Services.GetRequiredService<FileStore>().ReadAsync(fileHash));

        await SequenceAsync(host);
        var report = await host.UseAsync((HallDb _) => ReportAsync(host));
        Assert.Empty(report.Findings);
        Assert.True(report.Erased > 5, report.Erased.ToString(CultureInfo.InvariantCulture));
        foreach (var entry in before)
        {
            var now = await host.UseAsync((HallDb db) => db.Set<ProceedingEntry>().SingleAsync(p => p.Id == entry.Id));
            Assert.Equal(entry.LeafHash, now.LeafHash);
            var proof = await host.UseAsync((PublicLedger ledger) => ledger.InclusionAsync(entry.Sequence!.Value, before.Count));
            Assert.NotNull(proof);
        }
        // The number may register anew.
        Assert.Null(await host.UseAsync((People people) => people.ByNumberAsync(person.CitizenNumber)));
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task EntryEmptiedWithoutARecordedErasure_IsNamed(string database)
    {
        await using var host = databases.Start(database);
        await new Graduate(host).FillInAsync();
        await SequenceAsync(host);
        var victim = await host.UseAsync((HallDb db) => db.Set<ProceedingEntry>().Where(p => p.Event == nameof(DraftBegun)).FirstAsync());
        await host.UseAsync(async (HallDb db) =>
        {
            // With the hall's own key, as its worst administrator could.
            db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;
            (await db.Set<ProceedingEntry>().SingleAsync(p => p.Id == victim.Id)).Erase();
            return await db.SaveChangesAsync();
        });

        Assert.Contains((await ReportAsync(host)).Findings, f => f.Where == "proceedings" && f.Key == victim.Id.ToString());
        Assert.Equal(0, (await ReportAsync(host)).Erased);
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task SigningIn_CallsTheClosingOff(string database)
    {
        var chores = new Chores(new Clock());
        await using var host = chores.On(databases.Prepare(database)).Start();
        var person = await Residents.NamedAsync(host, "林晓雯");
        Assert.True((await AskAsync(host, person.Id)).Ok);
        using var visitor = new Visitor(host.Address);

        await visitor.SignInAsync(person.CitizenNumber, DemoCity.Password);
        chores.Clock.Advance(AccountClosing.CoolingOff + TimeSpan.FromDays(1));
        await DataExportTests.RunAsync(host);

        Assert.Equal(person.Name, (await AccountAsync(host, person.Id)).Name);
        Assert.Equal(ClosingState.CalledOff, await host.UseAsync((HallDb db) => db.Set<AccountClosing>().Select(c => c.State).SingleAsync()));
        Assert.Empty((await ReportAsync(host)).Findings);
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task CaseUnderWay_RefusesClosing_AndPutsADueErasureOff(string database)
    {
        var chores = new Chores(new Clock());
        await using var host = chores.On(databases.Prepare(database)).Start();
        var person = await Residents.NamedAsync(host, "林晓雯");
        Assert.True((await AskAsync(host, person.Id)).Ok);
        var graduate = await new Graduate(host).FillInAsync();
        var submitted = (await graduate.SubmitAsync(askPerson: true)).Value!;

        chores.Clock.Advance(AccountClosing.CoolingOff + TimeSpan.FromMinutes(1));
        await DataExportTests.RunAsync(host);

        Assert.Equal(person.Name, (await AccountAsync(host, person.Id)).Name);
        using var visitor = new Visitor(host.Address);
        await visitor.SignInAsync(person.CitizenNumber, DemoCity.Password);
        Assert.Contains(submitted.Number!, (await visitor.GetAsync("/my/account/close")).Words);
        Assert.Equal(Refusals.ClosingUnderWay, (await AskAsync(host, person.Id)).Refusal);
        Assert.Equal(["ClosingAsked", "ClosingPutOff", "ClosingCalledOff"], await host.UseAsync((HallDb db) =>
            db.Set<ProceedingEntry>().Where(p => p.Event.StartsWith("Closing")).OrderBy(p => p.Id).Select(p => p.Event).ToListAsync()));
    }

    // Every text of every row, as the hall itself reads it: nothing of the person is left outside what must be kept.
    private static Task<List<string>> FoundAsync(HallHost host, Account person, Guid keptCase) => host.UseAsync(async (HallDb db) =>
    {
        string[] values = [person.Name, person.CitizenNumber, person.PhoneNumber!, person.NumberIndex!, person.MobileIndex!, "13900000000"];
        var kept = host.Services.GetServices<PersonalRows>().Where(r => r.Kept is not null).ToDictionary(r => r.Entity);
        var found = new List<string>();
        foreach (var type in db.Model.GetEntityTypes().Where(t => t.ClrType.Namespace?.StartsWith("Microsoft.AspNetCore.DataProtection", StringComparison.Ordinal) != true))
            foreach (var row in await Tampering.RowsOfAsync(db, type))
                foreach (var property in type.GetProperties())
                    if (property.GetGetter().GetClrValueUsingContainingEntity(row) is string text && values.Any(v => text.Contains(v, StringComparison.Ordinal)) && !IsKept(row, keptCase))
                        found.Add($"{type.GetTableName()}.{property.GetColumnName()}");
        return found;

        bool IsKept(object row, Guid @case) => kept.ContainsKey(row.GetType()) && row switch
        {
            Case c => c.Id == @case,
            Submission s => s.CaseId == @case,
            Lookup l => l.CaseId == @case,
            ProceedingEntry p => p.CaseId == @case,
            _ => row.GetType().GetProperty("CaseId")?.GetValue(row) is Guid id && id == @case,
        };
    });

    private static Task<Account> AccountAsync(HallHost host, Guid id) => host.UseAsync((HallDb db) => db.Set<Account>().SingleAsync(a => a.Id == id));

    private static Task<Outcome<AccountClosing>> AskAsync(HallHost host, Guid id) => host.UseAsync((AccountClosings closings) =>
        closings.AskAsync(id, new Proceeding(new Actor(ActorKind.Citizen, id.ToString()), TimeProvider.System.GetUtcNow())));

    private static async Task<LedgerCheck.Report> ReportAsync(HallHost host)
    {
        await SequenceAsync(host);
        await using var scope = host.Services.CreateAsyncScope();
        return await ActivatorUtilities.CreateInstance<LedgerCheck>(scope.ServiceProvider).RunAsync();
    }

    private static async Task SequenceAsync(HallHost host)
    {
        while (await host.Services.GetRequiredService<Sequencer>().SequenceAsync() > 0) { }
    }
}
