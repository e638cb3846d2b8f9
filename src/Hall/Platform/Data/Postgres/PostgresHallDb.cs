using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Tongban.Hall.Platform.Keys;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Platform.Data.Postgres;

public sealed class PostgresHallDb(DbContextOptions<PostgresHallDb> options, Notary notary, Vault vault) : HallDb(options, notary, vault)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<Utc>();

    private sealed class Utc() : ValueConverter<DateTimeOffset, DateTimeOffset>(at => at.ToUniversalTime(), at => at);
}
