using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Tongban.Hall.Cases;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Licences;
using Tongban.Hall.Services.Supervision.Ledger;
using Tongban.Hall.Tests.Support;

namespace Tongban.Hall.Tests.Services.Supervision;

/// <summary>Whoever changes anything behind the hall's back is found and named.</summary>
public class LedgerCheckTests(Databases databases)
{
    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task EveryColumnOfEveryCoveredTable_ChangedByHand_IsNamed(string database)
    {
        await using var host = databases.Start(database);
        await PlayAsync(host);
        Assert.Empty(await FindingsAsync(host));
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HallDb>();
        var missed = new List<string>();
        foreach (var type in db.Model.GetEntityTypes().Where(LedgeredRows.IsLedgered))
            foreach (var column in type.GetProperties().Where(p => !p.IsPrimaryKey() && !p.IsForeignKey()))
                if (!await IsNamedAsync(db, host, type, column)) missed.Add($"{type.GetTableName()}.{column.GetColumnName()}");
        Assert.Empty(missed);
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task DeletedOrSmuggledRow_CutTail_ChangedTileOrCheckpoint_IsNamed(string database)
    {
        await using var host = databases.Start(database);
        await PlayAsync(host);
        foreach (var (sql, where) in new[]
                 {
                     ("DELETE FROM messages", "messages"),
                     ("UPDATE ratings SET level = 1", "ratings"),
                     ("DELETE FROM proceedings WHERE sequence = 3", "proceedings"),
                     ("DELETE FROM proceedings WHERE sequence = (SELECT max(sequence) FROM proceedings)", "ledger_checkpoints"),
                     ("UPDATE proceedings SET payload = replace(payload, '1', '2') WHERE event = 'CaseSubmitted'", "proceedings"),
                     ("UPDATE ledger_checkpoints SET signed = replace(signed, 'tongban', 'tongbam')", "ledger_checkpoints"),
                     ("DELETE FROM ledger_checkpoints", "ledger_checkpoints"),
                     ("UPDATE ledger_tiles SET width = width - 1", "ledger_tiles"),
                 })
            Assert.Contains(await AfterAsync(host, sql), f => f.Where == where);
    }

    [Fact]
    public async Task ChangedOrLostFile_IsNamed()
    {
        await using var host = databases.Start("sqlite");
        await PlayAsync(host);
        await host.UseAsync<Documents, byte[]?>(async documents => await documents.PdfAsync(
            await host.UseAsync<HallDb, Guid>(db => db.Set<IssuedDocument>().Select(d => d.Id).FirstAsync())));
        var file = Directory.EnumerateFiles(Path.Combine(host.DataDirectory, "files"), "*", SearchOption.AllDirectories).Single();
        var content = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        content[content.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(file, content, TestContext.Current.CancellationToken);
        Assert.Contains(await FindingsAsync(host), f => f.Where == "files" && f.Key == Path.GetFileName(file));
        File.Delete(file);
        Assert.Contains(await FindingsAsync(host), f => f.Where == "files");
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
    public async Task ChangeWithoutAnEvent_CannotBeSaved()
    {
        await using var host = databases.Start("sqlite");
        await PlayAsync(host);
        var commit = host.Services.GetRequiredService<GroupCommit>();
        await Assert.ThrowsAsync<InvalidOperationException>(() => commit.RunAsync(new Proceeding(Actor.System("test"), TimeProvider.System.GetUtcNow()), async db =>
            (await db.Set<Case>().AsTracking().FirstAsync()).ClosingReason = "quietly"));
        Assert.Empty(await FindingsAsync(host));
    }

    private static async Task PlayAsync(HallHost host)
    {
        var granted = await new Graduate(host).FillInAsync();
        Assert.Equal(CaseState.Closed, (await granted.SubmitAsync()).Value!.State);
        await host.UseAsync<CaseFiles, bool>(async files => (await files.RateAsync(granted.CaseId, granted.AccountId, 5, null, granted.Who)).Ok);
        await (await new Graduate(host, "罗文博").FillInAsync()).SubmitAsync();
        await host.Services.GetRequiredService<Sequencer>().SequenceAsync();
    }

    private static async Task<bool> IsNamedAsync(HallDb db, HallHost host, IEntityType type, IProperty column)
    {
        var table = type.GetTableName()!;
        await using var read = db.Database.GetDbConnection().CreateCommand();
        await db.Database.OpenConnectionAsync();
        read.CommandText = $"SELECT count(*) FROM {table}";
        if (Convert.ToInt64(await read.ExecuteScalarAsync(), CultureInfo.InvariantCulture) == 0) return true;
        return (await AfterAsync(host, $"UPDATE {table} SET {column.GetColumnName()} = {Other(column)}")).Any(f => f.Where == table);
    }

    // Another value of the column's kind that the database takes.
    private static string Other(IProperty column)
    {
        var type = Nullable.GetUnderlyingType(column.ClrType) ?? column.ClrType;
        var name = column.GetColumnName();
        if (type.IsEnum && column.GetProviderClrType() == typeof(string)) return $"CASE WHEN {name} = '{Enum.GetNames(type)[0]}' THEN '{Enum.GetNames(type)[1]}' ELSE '{Enum.GetNames(type)[0]}' END";
        if (type == typeof(bool)) return $"NOT {name}";
        if (type == typeof(DateTimeOffset) || type == typeof(DateOnly)) return type == typeof(DateOnly) ? "'2001-01-01'" : "'2001-01-01T00:00:00.0000000Z'";
        if (type == typeof(Guid)) return "'00000000-0000-0000-0000-000000000001'";
        if (type == typeof(string)) return column.GetContainingIndexes().Any(i => i.IsUnique) ? $"'x' || substr({name}, 2)" : "'x'";
        return $"coalesce({name}, 0) + 1";
    }

    /// <summary>What is found after a change by hand, which is taken back afterwards.</summary>
    private static async Task<IReadOnlyList<Finding>> AfterAsync(HallHost host, string sql)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HallDb>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Database.ExecuteSqlRawAsync(sql);
        var report = await ActivatorUtilities.CreateInstance<LedgerCheck>(scope.ServiceProvider).RunAsync(TestContext.Current.CancellationToken);
        await transaction.RollbackAsync();
        return report.Findings;
    }

    private static async Task<IReadOnlyList<Finding>> FindingsAsync(HallHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return (await ActivatorUtilities.CreateInstance<LedgerCheck>(scope.ServiceProvider).RunAsync(TestContext.Current.CancellationToken)).Findings;
    }
}
