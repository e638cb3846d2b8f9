using System.ComponentModel;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Services.Supervision.Ledger;
using Tongban.Hall.Systems.OpenInterface.Contract;
using Tongban.TransparencyLog;

namespace Tongban.Hall.Systems.OpenInterface.V1;

public sealed record CheckpointView(
    long Size, DateTimeOffset At, byte[] Root,
    [property: Description("检查点和签名，可以打印留存 · The checkpoint with its signature, to print and keep")] string Signed,
    [property: Description("PEM，请和公布的比对 · PEM; compare it with the published one")] string PublicKey);

internal static class LedgerApi
{
    public static void MapLedger(this RouteGroupBuilder api)
    {
        var ledger = api.MapGroup("/ledger").WithTags("ledger").RequireAuthorization("ledger").Refuses(Refusals.ProofUnknown);
        ledger.MapGet("/checkpoint", async (PublicLedger log) => await log.LatestAsync() is { } latest
                ? ApiAnswer.Ok(new CheckpointView(latest.Size, latest.At, latest.Root, latest.Signed, log.PublicKey))
                : ApiAnswer.Of(Refusals.ProofUnknown))
            .WithName("GetCheckpoint").WithSummary("最近的签名检查点 · The latest signed checkpoint").Answers<CheckpointView>();
        ledger.MapGet("/proof/inclusion", async (long index, long size, PublicLedger log) => Of(await log.InclusionAsync(index, size)))
            .WithName("ProveInclusion").WithSummary("包含证明 · Proof that an entry is in the ledger").Answers<InclusionProof>().Refuses(Refusals.RequestUnreadable);
        ledger.MapGet("/proof/consistency", async (long first, long second, PublicLedger log) => Of(await log.ConsistencyAsync(first, second)))
            .WithName("ProveConsistency").WithSummary("只增不改的证明 · Proof that the ledger only grew").Answers<ConsistencyProof>().Refuses(Refusals.RequestUnreadable);
    }

    private static ApiAnswer Of<T>(T? proof) => proof is null ? ApiAnswer.Of(Refusals.ProofUnknown) : ApiAnswer.Ok(proof);
}
