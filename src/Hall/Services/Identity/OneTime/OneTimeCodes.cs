using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Jobs;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Personal;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity.SignIn;
using Tongban.Sm;

namespace Tongban.Hall.Services.Identity.OneTime;

/// <summary>Sends a code's text; a system knows how.</summary>
public sealed record SendCode(Guid CodeId) : IJob;

public sealed record AskForCode
{
    public required CodePurpose Purpose { get; init; }
    public required Guid SubjectId { get; init; }

    /// <summary>Null: there is nobody. Everything happens all the same, but for the message.</summary>
    public required Sensitive? Mobile { get; init; }

    /// <summary>Who is to be spared too many messages.</summary>
    public required Sensitive Person { get; init; }

    /// <summary>Who asks, when it is not an address but somebody known: many clerks sit behind one address.</summary>
    public string? Asker { get; init; }

    /// <summary>What must be written together with the code.</summary>
    public Action<HallDb>? Together { get; init; }
}

/// <summary>One-time codes. Whether a code is on its way, and to whom, is not told.</summary>
public sealed class OneTimeCodes(GroupCommit commit, HallDb db, Throttles throttles, CityTime time, IOptions<SignInLimits> options)
{
    public const int MostTries = 5;
    public static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(10);
    private const string Cookie = "tongban-code";

    public async Task<Outcome<bool>> AskAsync(HttpContext http, AskForCode ask)
    {
        var address = new Limit($"codes-address:{ask.Asker ?? Throttles.AddressOf(http)}", options.Value.CodesPerAddress, TimeSpan.FromMinutes(10));
        var person = new Limit($"codes-person:{ask.Person.Reveal()}", options.Value.CodesPerPerson, TimeSpan.FromHours(1));
        var reached = await throttles.TakeAsync(address, person);
        if (reached == address) return Refusals.TooOften;
        var secret = RandomNumberGenerator.GetHexString(64, lowercase: true);
        var code = new OneTimeCode
        {
            Id = Ids.Next(time.Now), Purpose = ask.Purpose, Browser = Hash(secret), SubjectId = ask.SubjectId, At = time.Now,
            Mobile = ask.Mobile?.Reveal() ?? "", Code = ask.Mobile is null || reached == person ? null : RandomNumberGenerator.GetString("0123456789", 6),
        };
        await commit.RunAsync(Step, async writing =>
        {
            await SweepAsync(writing, time.Now.AddDays(-1));
            ask.Together?.Invoke(writing);
            writing.Add(code);
            writing.Enqueue(new SendCode(code.Id), time.Now);
        });
        http.Response.Cookies.Append(Cookie, secret, new CookieOptions
        {
            HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Lax, IsEssential = true, MaxAge = GoodFor,
        });
        return true;
    }

    /// <summary>Whether this browser has asked for a code for that purpose.</summary>
    public async Task<bool> AskedAsync(HttpContext http, CodePurpose purpose) =>
        Browser(http) is { } browser && await db.Set<OneTimeCode>().AnyAsync(c => c.Browser == browser && c.Purpose == purpose);

    /// <summary>Takes what was typed; what the code was for, if it is right. The try is counted in the step that looks,
    /// so that guessing in parallel gains nothing.</summary>
    public async Task<Outcome<Guid>> TakeAsync(HttpContext http, CodePurpose purpose, string? typed)
    {
        if (Browser(http) is not { } browser) return Refusals.CodeWrong;
        var code = await db.Set<OneTimeCode>().SingleOrDefaultAsync(c => c.Browser == browser && c.Purpose == purpose);
        if (code is null) return Refusals.CodeWrong;
        var wrong = new Limit($"wrong-codes:{code.SubjectId}", options.Value.WrongCodesADay, TimeSpan.FromDays(1));
        if (await throttles.TakeAsync(wrong) is not null) return Refusals.CodeWrong;
        return await commit.RunAsync<Outcome<Guid>>(Step, async writing =>
        {
            var found = await writing.Set<OneTimeCode>().AsTracking().SingleAsync(c => c.Id == code.Id);
            if (found.UsedAt is not null || found.Tries >= MostTries || time.Now - found.At > GoodFor) return Refusals.CodeWrong;
            found.Tries++;
            if (!Same(found.Code, typed)) return Refusals.CodeWrong;
            found.UsedAt = time.Now;
            await throttles.GiveBackAsync(writing, wrong);
            return found.SubjectId;
        });
    }

    // Whoever comes clears away what others left.
    private static async Task SweepAsync(HallDb writing, DateTimeOffset before)
    {
        await writing.Set<OneTimeCode>().Where(c => c.At < before).ExecuteDeleteAsync();
        await writing.Set<Registration>().Where(r => r.At < before).ExecuteDeleteAsync();
        await writing.Set<Throttle>().Where(t => t.Until < before).ExecuteDeleteAsync();
    }

    private Proceeding Step => new(Actor.System("one-time-code"), time.Now);

    private static bool Same(string? code, string? typed) => code is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(code), Encoding.UTF8.GetBytes(Tongban.Codes.CitizenNumber.Normalise(typed)));

    private static string? Browser(HttpContext http) => http.Request.Cookies[Cookie] is { Length: 64 } secret ? Hash(secret) : null;

    private static string Hash(string secret) => Sm3.Hex(Encoding.UTF8.GetBytes(secret));
}
