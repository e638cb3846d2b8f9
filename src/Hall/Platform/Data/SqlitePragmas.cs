using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Tongban.Hall.Platform.Data;

/// <summary>Durability on every connection: a commit that was acknowledged survives a power cut (FULL; NORMAL does not).
/// Checkpoints are made in the background, so that no citizen waits for one.</summary>
public sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Pragmas = "PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=0;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Apply(connection);
        return Task.CompletedTask;
    }

    public static void Apply(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }
}
