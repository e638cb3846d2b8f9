using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Sm;

namespace Tongban.Hall.Systems.OpenInterface;

/// <summary>Every changing request carries an Idempotency-Key: sent again it has one effect and one answer.</summary>
public sealed class IdempotencyFilter(GroupCommit commit, HallDb db, CityTime time, Request request) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.Request.Headers["Idempotency-Key"].ToString() is not { Length: > 0 and <= 80 } given) return ApiAnswer.Of(Refusals.KeyMissing);
        var key = $"{request.Actor.Id} {http.Request.Method} {http.Request.Path} {given}";
        var hash = await HashAsync(http.Request);
        if (!await BeginAsync(key, hash)) return await AgainAsync(key, hash);
        try
        {
            var answer = (ApiAnswer)(await next(context))!;
            await FinishAsync(key, answer);
            return answer;
        }
        catch
        {
            await ForgetAsync(key);
            throw;
        }
    }

    private static async Task<string> HashAsync(HttpRequest request)
    {
        request.Body.Position = 0;
        using var memory = new MemoryStream();
        await request.Body.CopyToAsync(memory);
        return Convert.ToHexStringLower(Sm3.Hash(memory.ToArray()));
    }

    // The primary key lets one of two begin.
    private Task<bool> BeginAsync(string key, string hash) => commit.RunAsync(Technical, async writing =>
    {
        if (await writing.Set<IdempotencyKey>().AnyAsync(k => k.Key == key)) return false;
        writing.Add(new IdempotencyKey { Key = key, BodyHash = hash, At = time.Now });
        return true;
    });

    private async Task<ApiAnswer> AgainAsync(string key, string hash) => await db.Set<IdempotencyKey>().SingleOrDefaultAsync(k => k.Key == key) switch
    {
        null or { Status: 0 } => ApiAnswer.Of(Refusals.KeyInFlight),
        var kept when kept.BodyHash != hash => ApiAnswer.Of(Refusals.KeyReused),
        var kept => new ApiAnswer(kept.Status, kept.Answer!),
    };

    private Task FinishAsync(string key, ApiAnswer answer) => commit.RunAsync(Technical, async writing =>
    {
        var kept = await writing.Set<IdempotencyKey>().AsTracking().SingleAsync(k => k.Key == key);
        (kept.Status, kept.Answer) = (answer.Status, answer.Json);
    });

    private Task ForgetAsync(string key) => commit.RunAsync(Technical, async writing =>
    {
        if (await writing.Set<IdempotencyKey>().AsTracking().SingleOrDefaultAsync(k => k.Key == key) is { Status: 0 } kept) writing.Remove(kept);
    });

    private Proceeding Technical => new(Actor.System("idempotency"), time.Now);
}
