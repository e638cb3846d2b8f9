using Microsoft.Extensions.DependencyInjection;
using Tongban.Hall.Platform.Files;
using Tongban.Hall.Tests.Support;

namespace Tongban.Hall.Tests.Platform.Files;

public class QuarantineTests(Databases databases)
{
    [Fact]
    public async Task UncheckedFile_LiesInQuarantine_AndNowhereElse_UntilItIsKeptOrDropped()
    {
        await using var host = databases.Start("sqlite");
        var (quarantine, files) = (host.Services.GetRequiredService<Quarantine>(), host.Services.GetRequiredService<FileStore>());
        string hash;

        using (var held = await quarantine.TakeInAsync(new MemoryStream([1, 2, 3]), 100))
        {
            Assert.Single(Held(host));
            Assert.False(Directory.Exists(Path.Combine(host.DataDirectory, "files")));
            hash = await files.PutAsync(await held.ReadAsync());
        }
        using (await quarantine.TakeInAsync(new MemoryStream([4]), 100)) Assert.Single(Held(host));

        Assert.Empty(Held(host));
        Assert.Equal([1, 2, 3], await files.ReadAsync(hash));
    }

    [Fact]
    public async Task Flood_IsCutAtTheLimit_AndWhatADeadProcessLeft_IsSweptAway()
    {
        await using var host = databases.Start("sqlite");
        var quarantine = host.Services.GetRequiredService<Quarantine>();
        using (var held = await quarantine.TakeInAsync(new MemoryStream(new byte[1000]), 300))
        {
            Assert.Equal(300, (await held.ReadAsync()).Length);
            File.SetLastWriteTimeUtc(Held(host).Single(), host.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime - 2 * Quarantine.LongestStay);
            using var next = await quarantine.TakeInAsync(new MemoryStream([1]), 300);
            Assert.Single(Held(host));
        }
    }

    private static string[] Held(HallHost host) => Directory.GetFiles(Path.Combine(host.DataDirectory, "quarantine"));
}
