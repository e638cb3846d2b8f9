using System.Data.Common;

namespace Tongban.Hall.Platform.Data;

/// <summary>The writer's connection. Durable: a commit that was acknowledged survives a power cut (FULL; NORMAL does not).
/// Checkpoints are made in the background, so that no citizen waits for one.</summary>
public static class SqlitePragmas
{
    public static void Apply(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=0;";
        command.ExecuteNonQuery();
    }
}
