using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace Tongban.Hall.Platform.Data;

/// <summary>Moves SQLite's log into the database in the background; when long readers let the log grow, it waits for them.</summary>
public sealed class SqliteCheckpoints(DatabaseKind database, IOptions<HallOptions> options, ILogger<SqliteCheckpoints> log) : BackgroundService
{
    private const long TooLong = 64 << 20;
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(250);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (database is not SqliteDatabase) return;
        var wal = new FileInfo(options.Value.DataPath("hall.db-wal"));
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Every, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            wal.Refresh();
            if (!wal.Exists || wal.Length == 0) continue;
            try
            {
                Checkpoint(wal.Length > TooLong ? "TRUNCATE" : "PASSIVE");
            }
            catch (SqliteException e)
            {
                log.LogWarning("The log could not be moved into the database ({Error}); it is tried again.", e.SqliteErrorCode);
            }
        }
    }

    private void Checkpoint(string mode)
    {
        using var connection = (SqliteConnection)database.CreateConnection();
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA wal_checkpoint({mode})";
        command.ExecuteNonQuery();
    }
}
