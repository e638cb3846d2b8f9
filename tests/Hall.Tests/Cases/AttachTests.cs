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
}
