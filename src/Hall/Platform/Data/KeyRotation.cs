using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Tongban.Hall.Platform.Files;
using Tongban.Hall.Platform.Keys;

namespace Tongban.Hall.Platform.Data;

/// <summary>Seals everything anew under a new data key, while halls go on serving. Broken off at any moment, the next run goes on:
/// what lies under the newest key already is left alone. The ledger is not concerned: it binds what was sealed, not the seal.</summary>
public sealed partial class KeyRotation(HallDb db, Vault vault, HallKeys keys, FileStore files)
{
    /// <summary>Rows in one transaction.</summary>
    public int BatchSize { get; init; } = 500;

    /// <param name="Key">The number of the key that seals now.</param>
    /// <param name="Values">How many values were sealed anew.</param>
    /// <param name="Resumed">An earlier run had been broken off, and was finished.</param>
    public sealed record Report(int Key, long Values, bool Resumed);

    public async Task<Report> RunAsync(CancellationToken stop = default)
    {
        vault.Refresh();
        if (await RenewAllAsync(stop) is > 0 and var left) return new(vault.Current, left, Resumed: true);
        keys.Append(Vault.KeyFile, DataKeys.NewLine());
        vault.Refresh();
        return new(vault.Current, await RenewAllAsync(stop), Resumed: false);
    }

    private async Task<long> RenewAllAsync(CancellationToken stop)
    {
        long renewed = 0;
        foreach (var type in db.Model.GetEntityTypes().Where(t => t.GetProperties().Any(PersonalColumns.IsPersonal)))
            renewed += await RenewAsync(new SealedTable(type), stop);
        return renewed + await RenewCookieKeysAsync(stop) + await files.RenewAsync(stop);
    }

    private async Task<long> RenewAsync(SealedTable table, CancellationToken stop)
    {
        long renewed = 0;
        object[]? last = null;
        do
        {
            stop.ThrowIfCancellationRequested();
            await using var transaction = await db.Database.BeginTransactionAsync(stop);
            var rows = await table.ReadAsync(Command(transaction), last, BatchSize, stop);
            foreach (var (row, column, envelope) in rows.SelectMany(r => r.Values.Select((v, i) => (r, table.Columns[i], v))))
                if (envelope is not null && Vault.KeyOf(envelope) is { } number && number != vault.Current)
                {
                    var key = table.KeyText(row.Key);
                    var anew = vault.Seal(vault.Open(envelope, column.Kind, key), column.Kind, key);
                    renewed += await table.ReplaceAsync(Command(transaction), row.Key, column, envelope, anew, stop);
                }
            await transaction.CommitAsync(CancellationToken.None);
            last = rows.Count == BatchSize ? rows[^1].Key : null;
        }
        while (last is not null);
        return renewed;
    }

    private async Task<long> RenewCookieKeysAsync(CancellationToken stop)
    {
        long renewed = 0;
        foreach (var key in await db.DataProtectionKeys.AsTracking().ToListAsync(stop))
            if (key.Xml is { } xml && Envelope().Match(xml) is { Success: true } found && Vault.KeyOf(found.Value) is { } number && number != vault.Current)
            {
                key.Xml = xml.Replace(found.Value, vault.Seal(vault.Open(found.Value, SealedXml.Kind, ""), SealedXml.Kind, ""), StringComparison.Ordinal);
                renewed++;
            }
        await db.SaveChangesAsync(stop);
        return renewed;
    }

    private DbCommand Command(IDbContextTransaction transaction)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = transaction.GetDbTransaction();
        return command;
    }

    [GeneratedRegex(@"§1\.\d+\.[A-Za-z0-9_-]+")]
    private static partial Regex Envelope();
}
