using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Cases;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Tests.Support;

namespace Tongban.Hall.Tests.Cases;

public class AttachTests(Databases databases)
{
    private static readonly byte[] Pdf = System.Text.Encoding.ASCII.GetBytes("%PDF-1.4\n%%EOF\n");

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task FileForAnothersCase_OrForOneHandedIn_IsRefused_AndNotKept(string database)
    {
        await using var host = databases.Start(database);
        var graduate = await new Graduate(host).FillInAsync();

        Assert.Equal("case.unknown", (await graduate.AttachAsync(Guid.NewGuid(), Pdf)).Refusal!.Code);
        await graduate.SubmitAsync();
        Assert.Equal("case.submitted", (await graduate.AttachAsync(Pdf)).Refusal!.Code);

        Assert.False(Directory.Exists(Path.Combine(host.DataDirectory, "files")));
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task FileThatFailsItsCheck_IsNotKeptAnywhere_AndTheRefusalIsRecorded(string database)
    {
        await using var host = databases.Start(database);
        var graduate = await new Graduate(host).FillInAsync();

        Assert.Equal("file.kind", (await graduate.AttachAsync("MZ program"u8.ToArray(), "../../consent.pdf")).Refusal!.Code);

        Assert.False(Directory.Exists(Path.Combine(host.DataDirectory, "files")));
        Assert.Empty(Directory.GetFiles(Path.Combine(host.DataDirectory, "quarantine")));
        var refused = await host.UseAsync((HallDb db) => db.Set<ProceedingEntry>().SingleAsync(p => p.Event == nameof(MaterialRefused)));
        Assert.Equal(graduate.CaseId, refused.CaseId);
        Assert.Contains("file.kind", refused.Payload);
    }
}
