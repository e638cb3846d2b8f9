using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Tests.Support;

namespace Tongban.Hall.Tests.Services.Identity.Attacks;

/// <summary>Who has an account is not told by how long the answer takes.</summary>
public class TimingTests(Databases databases)
{
    private const int Rounds = 60, Attempts = 3;
    private static readonly TimeSpan Most = TimeSpan.FromMilliseconds(5);

    [Theory]
    [InlineData("/signin")]
    [InlineData("/signin/code")]
    public async Task KnownAndUnknownName_TakeAsLong(string path)
    {
        await using var host = databases.Prepare("sqlite").With("Hall:SignIn:FailuresPerAddress", "100000").With("Hall:SignIn:CodesPerAddress", "100000").Start();
        var known = (await host.UseAsync((HallDb db) => db.Set<Account>().FirstAsync())).CitizenNumber;
        using var visitor = new Visitor(host.Address);
        var token = await visitor.TokenAsync(path);
        async Task<double> TimeAsync(string name)
        {
            var started = Stopwatch.GetTimestamp();
            await visitor.PostAsync(path, new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Name", name), new("Password", "wrong-password")]));
            return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }
        for (var i = 0; i < 10; i++) await TimeAsync(i % 2 == 0 ? known : "11010519491231002X");

        var differences = new List<double>();
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            // Pairs, each in the other order than the one before: what slows the machine slows both.
            var (forKnown, forUnknown) = (new List<double>(), new List<double>());
            for (var i = 0; i < Rounds; i++)
            {
                if (i % 2 == 0) forKnown.Add(await TimeAsync(known));
                forUnknown.Add(await TimeAsync("11010519491231002X"));
                if (i % 2 == 1) forKnown.Add(await TimeAsync(known));
            }
            differences.Add(Math.Abs(Median(forKnown) - Median(forUnknown)));
            if (differences[^1] <= Most.TotalMilliseconds) break;
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{path}: medians differ by {string.Join(", ", differences.Select(d => d.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture)))} ms");
        Assert.True(differences[^1] <= Most.TotalMilliseconds, $"The medians differ by {string.Join(", ", differences)} ms.");
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
