using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Tongban.Codes;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Services.Identity.Staff;
using Tongban.Hall.Tests.Support;

namespace Tongban.Hall.Tests.Services.Identity;

public class FoundingTests(Databases databases)
{
    private static readonly string Uscc = SocialCreditCode.Create("11", "440300", "MB9T0097").Value;

    private static readonly string[] Words = [Uscc, "某市政务服务局", "A bureau", "440300000000", "A1:王一", "A2:王二", "A3:王三"];

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task EmptyHall_GetsThreeAdministrators_WhoComeInByTheirFirstPasswords_Once(string database)
    {
        await using var hall = await ProductionHall.PrepareAsync(databases.Prepare(database));
        hall.Host.Start();
        var (code, said) = await FoundAsync(hall.Host, Words);
        Assert.Equal(0, code);

        var passwords = Regex.Matches(said, @"(A\d)  \w+  (\S+)").ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);
        foreach (var (number, password) in passwords)
            Assert.True((await hall.Host.UseAsync((StaffSignIns all) => all.CheckAsync(number, password, ""))).Ok, number);
        Assert.Equal(["AuditAdministrator", "SecurityAdministrator", "SystemAdministrator"], (await hall.Host.UseAsync((HallDb db) => db.Set<Post>().Select(p => p.Roles).ToListAsync())).Order());
        Assert.Equal(1, (await FoundAsync(hall.Host, Words)).Code);
        Assert.Equal(3, await hall.Host.UseAsync((HallDb db) => db.Set<StaffMember>().CountAsync()));
    }

    [Fact]
    public async Task WordsThatAreNotUnderstood_ChangeNothing()
    {
        await using var hall = await ProductionHall.PrepareAsync(new HallHost());
        hall.Host.Start();
        string[][] wrong = [[], Words[..6], [Words[0][..17] + "@", .. Words[1..]], [.. Words[..3], "999999000000", .. Words[4..]], [.. Words[..6], "A1:王三"], [.. Words[..6], "A3"]];
        foreach (var words in wrong) Assert.Equal(2, (await FoundAsync(hall.Host, words)).Code);
        Assert.False(await hall.Host.UseAsync((HallDb db) => db.Set<StaffMember>().AnyAsync()));
    }

    private static async Task<(int Code, string Said)> FoundAsync(HallHost host, string[] words)
    {
        await using var output = new StringWriter();
        return (await FoundingCommand.RunAsync(host.Services, words, output), output.ToString());
    }
}
