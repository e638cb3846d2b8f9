using Microsoft.Extensions.DependencyInjection;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Tests.Support;

namespace Tongban.Hall.Tests.Platform.Data;

/// <summary>A number is never given twice; a gap is allowed.</summary>
public class SerialsTests(Databases databases)
{
    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task TwoHallsAtOnce_NeverGiveTheSameNumber(string database)
    {
        await using var one = databases.Start(database);
        await using var other = one.Another();

        var given = await Task.WhenAll(TakeAsync(one, 700), TakeAsync(other, 700));

        var numbers = given.SelectMany(n => n).ToList();
        Assert.Equal(1400, numbers.Distinct().Count());
        Assert.Equal(1, numbers.Min());
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task AfterARestart_NumbersGoOnBehindTheLastOne(string database)
    {
        await using var host = databases.Start(database);
        var before = await TakeAsync(host, 100);
        await using var restarted = host.Another();

        var after = await TakeAsync(restarted, 100);

        Assert.True(after.Min() > before.Max());
    }

    [Fact]
    public async Task EachName_CountsForItself()
    {
        await using var host = databases.Start("sqlite");
        var serials = host.Services.GetRequiredService<Serials>();

        Assert.Equal((1, 1, 2), (await serials.NextAsync("a"), await serials.NextAsync("b"), await serials.NextAsync("a")));
    }

    private static async Task<IReadOnlyList<long>> TakeAsync(HallHost host, int count)
    {
        var serials = host.Services.GetRequiredService<Serials>();
        return await Task.WhenAll(Enumerable.Range(0, count).Select(_ => Task.Run(() => serials.NextAsync("test"))));
    }
}
