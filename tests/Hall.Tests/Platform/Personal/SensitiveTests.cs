using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Personal;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Services.Identity.RealName;
using Tongban.Hall.Tests.Support;

namespace Tongban.Hall.Tests.Platform.Personal;

public class SensitiveTests(Databases databases)
{
    private const string Canary = "欧阳翠翠";

    private static readonly Sensitive Name = Canary;

    [Fact]
    public void HoweverItIsPrinted_ItIsMasked()
    {
        var check = new RealNameQuestion(Canary, Canary, [new Proof(ProofKind.Mobile, Canary)], "核对", "r");
        string[] printed =
        [
            $"{Name}", $"{Name,12:X}", string.Format(System.Globalization.CultureInfo.InvariantCulture, "{0:N}", Name), "" + Name, string.Join(',', new[] { Name }),
            JsonSerializer.Serialize(Name), JsonSerializer.Serialize(check), check.ToString(), new InvalidOperationException($"{check}").ToString(),
        ];
        Assert.All(printed, text => Assert.DoesNotContain(Canary, text));
        Assert.All(printed, text => Assert.True(text.Contains(Sensitive.Mask, StringComparison.Ordinal) || text.Contains("\\u2039", StringComparison.Ordinal) || text.Contains("Proof", StringComparison.Ordinal), text));
        Assert.Equal(Canary, Name.Reveal());
        Assert.Null((Sensitive?)(string?)null);
    }

    [Fact]
    public void StructuredLog_HoldsItNeitherInTheLineNorInItsFields()
    {
        var lines = new List<string>();
        using var logs = LoggerFactory.Create(builder => builder.AddProvider(new Listener(lines)));
        var options = new OpenAccountOptions { Name = Canary, CitizenNumber = Canary, Mobile = Canary, Level = RealNameLevel.Declared };
        // What an engineer in a hurry would write.
        logs.CreateLogger("test").LogWarning("{Name} {@Options} {Options}", Name, options, options);
        Assert.Equal(2, lines.Count);
        Assert.All(lines, line => Assert.DoesNotContain(Canary, line));
    }

    [Fact]
    public async Task ConstraintThatBreaks_QuotesNoRow_EvenIfTheAddressAsksForDetails()
    {
        var host = databases.Prepare("postgres");
        await using var _ = host;
        host.With("Hall:ConnectionString", new NpgsqlConnectionStringBuilder(host.Settings["Hall:ConnectionString"]) { IncludeErrorDetail = true }.ToString()).Start();
        var known = await Residents.NamedAsync(host, "林晓雯");
        var error = await Assert.ThrowsAsync<DbUpdateException>(() => host.UseAsync(async (GroupCommit commit) =>
        {
            await commit.RunAsync(HeldQueue.Who, db =>
            {
                var twin = new Account { Id = Guid.NewGuid(), Name = Canary, CitizenNumber = known.CitizenNumber, PhoneNumber = known.PhoneNumber, NormalizedUserName = known.NormalizedUserName };
                db.Add(twin);
                db.Record(new AccountOpened(twin.Id, RealNameLevel.Declared));
            });
            return true;
        }));
        Assert.Contains("23505", error.InnerException!.Message);
        Assert.All(new[] { Canary, known.CitizenNumber, known.PhoneNumber!, known.NormalizedUserName! }, value => Assert.DoesNotContain(value, error.ToString()));
        Assert.Null(((PostgresException)error.InnerException).Detail?.Split("Key").ElementAtOrDefault(1));
    }

    private sealed class Listener(List<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lines.Add(formatter(state, exception));
            lines.Add(string.Join(';', ((IEnumerable<KeyValuePair<string, object?>>)state!).Select(field => $"{field.Key}={JsonSerializer.Serialize(field.Value)}")));
        }

        public void Dispose()
        {
        }
    }
}
