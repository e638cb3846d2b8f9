using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Tests.Support;
using Tongban.Sm;
using Tongban.TransparencyLog;
using static Tongban.Hall.Tests.Support.ApiClient;

namespace Tongban.Hall.Tests.Systems.OpenInterface;

/// <summary>What the API says of the ledger is checked with the library alone.</summary>
public class ProofApiTests(Databases databases)
{
    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task CheckpointsAndProofs_Hold(string database)
    {
        await using var host = databases.Start(database);
        using var api = await OfAsync(host);
        var earlier = await CheckpointAsync(api, longerThan: 0);
        await api.PostAsync("cases", ApiClient.Graduate("林晓雯"), "a");
        var later = await CheckpointAsync(api, longerThan: earlier.Size);

        var consistency = ConsistencyProof.Read(await TextAsync(api, $"ledger/proof/consistency?first={earlier.Size}&second={later.Size}")).Value!;
        Assert.True(consistency.Verify(LogHash.Sm3, earlier.Root, later.Root));
        Assert.False(consistency.Verify(LogHash.Sm3, later.Root, earlier.Root));
        var leaves = await host.UseAsync<HallDb, List<byte[]>>(db => db.Set<ProceedingEntry>().Where(p => p.Sequence < later.Size).OrderBy(p => p.Sequence).Select(p => p.LeafHash).ToListAsync());
        for (var index = 0; index < leaves.Count; index++)
        {
            var inclusion = InclusionProof.Read(await TextAsync(api, $"ledger/proof/inclusion?index={index}&size={later.Size}")).Value!;
            Assert.True(inclusion.Verify(LogHash.Sm3, leaves[index], later.Root));
            Assert.False(inclusion.Verify(LogHash.Sm3, leaves[(index + 1) % leaves.Count], later.Root));
        }
        Assert.Equal("ledger.range", await CodeAsync(await api.GetAsync($"ledger/proof/inclusion?index={later.Size}&size={later.Size}")));
        Assert.Equal("ledger.range", await CodeAsync(await api.GetAsync($"ledger/proof/consistency?first=0&second={long.MaxValue}")));
    }

    private static async Task<Checkpoint> CheckpointAsync(ApiClient api, long longerThan)
    {
        for (var attempt = 0; ; attempt++)
        {
            var answer = await JsonAsync(await api.GetAsync("ledger/checkpoint"));
            if (attempt < 100 && (answer["size"] is null || (long)answer["size"]! <= longerThan))
            {
                await Task.Delay(50, TestContext.Current.CancellationToken);
                continue;
            }
            var signed = SignedCheckpoint.Parse((string)answer["signed"]!).Value!;
            Assert.True(signed.Verify(Sm2PublicKey.FromPem((string)answer["publicKey"]!)));
            Assert.Equal(Convert.ToBase64String(signed.Checkpoint.Root), (string)answer["root"]!);
            return signed.Checkpoint;
        }
    }

    private static async Task<string> TextAsync(ApiClient api, string path) => await (await api.GetAsync(path)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
