using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tongban.Hall.Cases;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Notices;
using Tongban.Hall.Services.Supervision.Ledger;
using Tongban.Hall.Tests.Support;

namespace Tongban.Hall.Tests.Services.Supervision;

/// <summary>Whoever changes a covered row behind the hall's back is found, and the row is named by its key.</summary>
public class LedgerCheckTests(Databases databases)
{
    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task EveryColumnOfEveryCoveredTable_ChangedByHand_IsNamed(string database)
    {
        await using var host = databases.Start(database);
        using var city = await PlayedCity.PlayAsync(host);
        var missed = new List<string>();
        foreach (var row in (await PairsAsync(host)).Select(pair => pair.First))
            foreach (var column in row.Type.GetProperties())
                if (!Names(await Tampering.AfterAsync(host, row.Change(column)), row)) missed.Add($"{row.Table}.{column.GetColumnName()}");
        Assert.Empty(missed);
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task RowSmuggledIn_TakenAway_OrExchangedForAnother_IsNamed(string database)
    {
        await using var host = databases.Start(database);
        using var city = await PlayedCity.PlayAsync(host);
        var missed = new List<string>();
        foreach (var (first, second) in await PairsAsync(host))
        {
            var smuggled = first.Copy;
            if (!Names(await Tampering.AfterAsync(host, smuggled.Insert), smuggled)) missed.Add($"insert {smuggled.Table}");
            if (!Names(await Tampering.AfterAsync(host, first.Delete), first)) missed.Add($"delete {first.Table}");
            if (!Names(await Tampering.AfterAsync(host, first.Swap(second)), first, second)) missed.Add($"swap {first.Table}");
        }
        Assert.Empty(missed);
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task RowPutBackAsItOnceWas_IsNamed(string database)
    {
        await using var host = databases.Start(database);
        using var city = await PlayedCity.PlayAsync(host);
        var before = await Tampering.CoveredRowsAsync(host);
        await city.ChangeAsync();
        Assert.Empty(await Tampering.AfterAsync(host));
        var now = (await Tampering.CoveredRowsAsync(host)).ToDictionary(r => (r.Table, r.Key));
        var replayed = new HashSet<string>();
        foreach (var old in before)
        {
            var gone = !now.TryGetValue((old.Table, old.Key), out var current);
            if (!gone && current!.Content.Span.SequenceEqual(old.Content.Span)) continue;
            replayed.Add(old.Table);
            Assert.True(Names(await Tampering.AfterAsync(host, gone ? old.Insert : old.Restore), old), $"{old.Table} {old.Key}");
        }
        Assert.Equal(["accounts", "case_files", "cases", "issued_documents", "mandates", "messages", "mobile_changes", "passkeys", "sessions"], replayed.Order());
    }

    [Fact]
    public async Task EveryTable_IsCovered_OrSaysWhyNot()
    {
        await using var host = databases.Start("sqlite");
        var undecided = await host.UseAsync<HallDb, List<string>>(db => Task.FromResult(db.Model.GetEntityTypes()
            .Where(t => !LedgeredRows.IsLedgered(t) && LedgeredRows.ReasonNotLedgered(t) is null && t.ClrType.Namespace!.StartsWith("Tongban", StringComparison.Ordinal))
            .Select(t => t.ClrType.Name).ToList()));
        Assert.Empty(undecided);
    }

    [Fact]
    public async Task CoveredRowThatCanChange_CarriesAConcurrencyToken_AndNoOtherCanBeUpdated()
    {
        await using var host = databases.Start("sqlite");
        using var city = await PlayedCity.PlayAsync(host);
        Assert.Empty(await host.UseAsync((HallDb db) => Task.FromResult((
            from type in db.Model.GetEntityTypes()
            where LedgeredRows.IsLedgered(type) && !LedgeredRows.MayBeUpdated(type)
            from property in type.ClrType.GetProperties()
            where property.DeclaringType!.Namespace!.StartsWith("Tongban", StringComparison.Ordinal)
                && property.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit)) == false
            select $"{type.ClrType.Name}.{property.Name}").ToList())));

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => host.Services.GetRequiredService<GroupCommit>().RunAsync(HeldQueue.Who, async db =>
        {
            db.Entry(await db.Set<Rating>().AsTracking().FirstAsync()).Property(r => r.Level).CurrentValue = 1;
            db.Record(new MessageRead(null, Guid.NewGuid()));
        }));
        Assert.Contains("ratings", refused.Message);
    }

    [Fact]
    public async Task ChangeWithoutAnEvent_CannotBeSaved()
    {
        await using var host = databases.Start("sqlite");
        using var city = await PlayedCity.PlayAsync(host);
        await Assert.ThrowsAsync<InvalidOperationException>(() => host.Services.GetRequiredService<GroupCommit>().RunAsync(HeldQueue.Who, async db =>
            (await db.Set<Case>().AsTracking().FirstAsync()).ClosingReason = "quietly"));
        Assert.Empty(await Tampering.AfterAsync(host));
    }

    private static bool Names(IReadOnlyList<Finding> findings, params IEnumerable<Row> rows) =>
        rows.All(row => findings.Any(f => f.Where == row.Table && f.Key == row.Key));

    /// <summary>Two rows of every covered table; a table without them would pass untested.</summary>
    private static async Task<List<(Row First, Row Second)>> PairsAsync(HallHost host)
    {
        Assert.Empty(await Tampering.AfterAsync(host));
        var rows = (await Tampering.CoveredRowsAsync(host)).ToLookup(r => r.Table);
        var covered = await host.UseAsync((HallDb db) => Task.FromResult(db.Model.GetEntityTypes().Where(LedgeredRows.IsLedgered).Select(t => t.GetTableName()!).ToList()));
        Assert.DoesNotContain(covered, table => rows[table].Count() < 2);
        return [.. covered.Select(table => (rows[table].First(), rows[table].Last()))];
    }
}
