using System.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Demo;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Tests.Support;

namespace Tongban.Bench;

/// <summary>One identity, part by part: each prints its own table.</summary>
internal static class SignInBench
{
    private static readonly (string Name, Func<Task> RunAsync)[] Parts = [("password", PasswordAsync)];

    public static async Task<int> RunAsync(string[] wanted)
    {
        foreach (var (name, runAsync) in Parts)
            if (wanted.Length == 0 || wanted.Contains(name)) await runAsync();
        return 0;
    }

    // Sign-in over HTTP and the hash alone take turns: what slows the machine slows both.
    private static async Task PasswordAsync()
    {
        const int rounds = 200;
        await using var host = new HallHost().Start();
        var people = await host.UseAsync((HallDb db) => db.Set<Account>().Where(a => a.IsDemo).ToListAsync());
        var hasher = new PasswordHasher<Account>();
        var (signIns, hashes) = (new List<double>(), new List<double>());
        for (var i = -20; i < rounds; i++)
        {
            var account = people[(i + 20) % people.Count];
            using var visitor = new Visitor(host.Address);
            var token = await visitor.TokenAsync("/signin");
            var signIn = await TimeAsync(async () => Check((await visitor.PostAsync("/signin", new FormUrlEncodedContent(
                [new("__RequestVerificationToken", token), new("Name", account.CitizenNumber), new("Password", DemoCity.Password)]))).Location == "/my"));
            var hash = await TimeAsync(() => Task.Run(() => Check(hasher.VerifyHashedPassword(account, account.PasswordHash!, DemoCity.Password) != PasswordVerificationResult.Failed)));
            if (i < 0) continue;
            signIns.Add(signIn);
            hashes.Add(hash);
        }
        Console.WriteLine("| sign-in by password, SQLite | p50 ms | p95 ms |\n|---|---|---|");
        Console.WriteLine(FormattableString.Invariant($"| over HTTP, session committed | {At(signIns, .5):0.0} | {At(signIns, .95):0.0} |"));
        Console.WriteLine(FormattableString.Invariant($"| the password hash alone | {At(hashes, .5):0.0} | {At(hashes, .95):0.0} |"));
        Console.WriteLine(FormattableString.Invariant($"| share of the hash | {At(hashes, .5) / At(signIns, .5):0.00} | {At(hashes, .95) / At(signIns, .95):0.00} |"));
    }

    private static double At(List<double> times, double share) => times.Order().ElementAt((int)(times.Count * share));

    private static async Task<double> TimeAsync(Func<Task> run)
    {
        var started = Stopwatch.GetTimestamp();
        await run();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static void Check(bool right)
    {
        if (!right) throw new InvalidOperationException("It did not sign in.");
    }
}
