using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Tongban.Hall.Platform.Keys;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Platform.Data.Sqlite;

public sealed class SqliteHallDb(DbContextOptions<SqliteHallDb> options, Notary notary, Vault vault) : HallDb(options, notary, vault)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcText>();

    /// <summary>SQLite has no instants: text in UTC sorts as time does.</summary>
    private sealed class UtcText() : ValueConverter<DateTimeOffset, string>(
        at => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture),
        text => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal));
}
