using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Services.Supervision.Ledger;

namespace Tongban.Hall.Systems.OpenInterface.V1;

internal static class LedgerApi
{
    public static void MapLedger(this RouteGroupBuilder api)
    {
        var ledger = api.MapGroup("/ledger").WithTags("ledger").RequireAuthorization("ledger");
        ledger.MapGet("/checkpoint", async (PublicLedger log) => await log.LatestAsync() is { } latest
            ? ApiAnswer.Ok(new { latest.Size, latest.At, latest.Root, latest.Signed, log.PublicKey })
            : ApiAnswer.Of(Refusals.ProofUnknown)).WithName("GetCheckpoint").WithSummary("最近的签名检查点 The latest signed checkpoint");
        ledger.MapGet("/proof/inclusion", async (long index, long size, PublicLedger log) => await log.InclusionAsync(index, size) is { } proof
            ? ApiAnswer.Ok(proof) : ApiAnswer.Of(Refusals.ProofUnknown)).WithName("ProveInclusion").WithSummary("包含证明 Proof that an entry is in the ledger");
        ledger.MapGet("/proof/consistency", async (long first, long second, PublicLedger log) => await log.ConsistencyAsync(first, second) is { } proof
            ? ApiAnswer.Ok(proof) : ApiAnswer.Of(Refusals.ProofUnknown)).WithName("ProveConsistency").WithSummary("只增不改的证明 Proof that the ledger only grew");
    }
}
