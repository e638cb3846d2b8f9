using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Systems.OpenInterface;

/// <summary>Every changing request carries an Idempotency-Key: sent again it has one effect and one answer.
/// Whoever answers holds the key under a lease; if he dies, the next one does the work again, and the work itself
/// knows what was done under the key before.</summary>
public sealed class IdempotencyFilter(GroupCommit commit, HallDb db, CityTime time, Request request) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var named = IdempotencyKey.Of(context.HttpContext.Request, request.Actor);
        if (!named.Ok) return ApiAnswer.Of(named.Refusal);
        var (key, hash) = (named.Value, context.Arguments.OfType<Sent>().Single().Hash);
        if (!await BeginAsync(key, hash)) return await AgainAsync(key, hash);
        try
        {
            return await FinishAsync(key, (ApiAnswer)(await next(context))!);
        }
        catch
        {
            await ReleaseAsync(key);
            throw;
        }
    }

    // The primary key lets one of two begin; the conditional update lets one of two take over.
    private Task<bool> BeginAsync(string key, string hash) => commit.RunAsync(Technical, async writing =>
    {
        var now = time.Now;
        if (await Find(writing, key) is not { } kept)
        {
            writing.Add(new IdempotencyKey { Key = key, BodyHash = hash, At = now });
            return true;
        }
        return kept.BodyHash == hash && kept.IsFree(now)
            && await writing.Set<IdempotencyKey>().Where(k => k.Key == key && k.Status == 0 && k.At == kept.At)
                .ExecuteUpdateAsync(set => set.SetProperty(k => k.At, now)) == 1;
    });

    private async Task<ApiAnswer> AgainAsync(string key, string hash) => await Find(db, key) switch
    {
        { } kept when kept.BodyHash != hash => ApiAnswer.Of(Refusals.KeyReused),
        null or { Status: 0 } => ApiAnswer.Of(Refusals.KeyInFlight),
        var kept => new ApiAnswer(kept.Status, kept.Answer!),
    };

    // Whoever finishes first has answered for both.
    private Task<ApiAnswer> FinishAsync(string key, ApiAnswer answer) => commit.RunAsync(Technical, async writing =>
    {
        if (await writing.Set<IdempotencyKey>().AsTracking().SingleOrDefaultAsync(k => k.Key == key) is not { } kept) return answer;
        if (kept.Status != 0) return new ApiAnswer(kept.Status, kept.Answer!);
        (kept.Status, kept.Answer) = (answer.Status, answer.Json);
        return answer;
    });

    private Task ReleaseAsync(string key) => commit.RunAsync(Technical, writing =>
        (Task)writing.Set<IdempotencyKey>().Where(k => k.Key == key && k.Status == 0)
            .ExecuteUpdateAsync(set => set.SetProperty(k => k.At, DateTimeOffset.UnixEpoch)));

    private static Task<IdempotencyKey?> Find(HallDb db, string key) => db.Set<IdempotencyKey>().AsNoTracking().SingleOrDefaultAsync(k => k.Key == key);

    private Proceeding Technical => new(Actor.System("idempotency"), time.Now);
}
