using System.Net;
using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Services.Identity.Upstream;
using Tongban.Hall.Tests.Support;

namespace Tongban.Hall.Tests.Systems.OnlineHall.Upstream;

/// <summary>Signing in at a hall through another one.</summary>
public class UpstreamTests(Databases databases)
{
    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Person_IsBoundOnce_AndSignedInEachTime(string database)
    {
        await using var pair = await UpstreamPair.StartAsync(databases.Prepare(database));
        using var person = new Visitor(pair.Hall.Address);
        Assert.Contains("用省统一身份认证登录", (await person.GetAsync("/signin?return=%2Fmy%2Flicences")).Words, StringComparison.Ordinal);
        Assert.Equal("/my/licences", (await pair.SignInAsync(person, ApiClient.Number("林晓雯"), "?return=%2Fmy%2Flicences")).Location);
        Assert.Contains("林晓雯", (await person.GetAsync("/my")).Words, StringComparison.Ordinal);
        using var again = new Visitor(pair.Hall.Address);
        Assert.Equal("/en/my", (await again.GetAsync(await BackAsync(pair, again, "/en/signin/upstream"))).Location);
        var own = (await Residents.NamedAsync(pair.Hall, "林晓雯")).Id;
        var (bound, by) = await pair.Hall.UseAsync(async (HallDb db) => (
            await db.Set<Binding>().SingleAsync(), await db.Set<Session>().Where(s => s.AccountId == own).Select(s => s.By).ToListAsync()));
        Assert.Equal((own, pair.Issuer), (bound.AccountId, bound.Issuer));
        Assert.Equal([SignInMethod.Provider, SignInMethod.Provider], by);
        Assert.Equal(1, await pair.Hall.UseAsync((HallDb db) => db.Set<ProceedingEntry>().CountAsync(e => e.Event == nameof(ProviderBound))));
    }

    [Fact]
    public async Task Newcomer_OfTheProvider_GetsAnAccount_AndMayActAtOnce()
    {
        await using var pair = await UpstreamPair.StartAsync(databases.Prepare("sqlite"));
        await UpstreamPair.OpenAsync(pair.Provider, "钟一鸣", "440301199003072938");
        using var person = new Visitor(pair.Hall.Address);
        Assert.Equal("/my", (await pair.SignInAsync(person, "440301199003072938")).Location);
        Assert.Contains("钟一鸣", (await person.GetAsync("/my/account")).Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await person.GetAsync("/my/account/provider")).Status);
        var refused = await person.PostAsync("/my/account/provider", "/my/account/provider", ("end", pair.Issuer));
        Assert.Contains("停用以后您就登录不了了", refused.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NotCheckedThere_IsToldSo_AndGetsNothing()
    {
        await using var pair = await UpstreamPair.StartAsync(databases.Prepare("sqlite"));
        await UpstreamPair.OpenAsync(pair.Provider, "钟一鸣", "440301199003072938", RealNameLevel.Declared);
        using var person = new Visitor(pair.Hall.Address);
        var back = await pair.SignInAsync(person, "440301199003072938");
        Assert.Equal("/signin/upstream?refused=upstream.unchecked", back.Location);
        Assert.Contains("没有核验过", (await person.GetAsync(back.Location!)).Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await person.GetAsync("/my")).Status);
    }

    [Fact]
    public async Task Owner_EndsTheBinding_AndAllowsItAgain()
    {
        await using var pair = await UpstreamPair.StartAsync(databases.Prepare("sqlite"));
        var number = ApiClient.Number("林晓雯");
        using var through = new Visitor(pair.Hall.Address);
        await pair.SignInAsync(through, number);
        using var owner = await SignedInPerson.AsAsync(pair.Hall);
        Assert.Contains("省统一身份认证", (await owner.GetAsync("/my/account/provider")).Words, StringComparison.Ordinal);
        Assert.Equal("/my/account/provider", (await owner.PostAsync("/my/account/provider", "/my/account/provider", ("end", pair.Issuer))).Location);
        Assert.Equal(HttpStatusCode.Redirect, (await through.GetAsync("/my")).Status);
        Assert.Equal("/signin/upstream?refused=upstream.ended", (await pair.SignInAsync(through, number)).Location);
        await owner.PostAsync("/my/account/provider", "/my/account/provider", ("resume", pair.Issuer));
        Assert.Equal("/my", (await pair.SignInAsync(through, number)).Location);
    }

    [Fact]
    public async Task NotConfigured_ThereIsNoButtonAndNoDoor()
    {
        await using var host = databases.Start("sqlite");
        using var person = new Visitor(host.Address);
        Assert.DoesNotContain("/signin/upstream", (await person.GetAsync("/signin")).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await person.GetAsync("/signin/upstream")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await person.GetAsync("/signin/upstream/callback?code=x&state=y")).Status);
    }

    [Fact]
    public async Task ProviderThatDoesNotAnswer_IsSaidToBeDown_AndKiosksHaveNoSuchDoor()
    {
        await using var host = UpstreamPair.Configure(databases.Prepare("sqlite"), new Uri("http://127.0.0.1:9"), "c", "s").Start();
        using var person = new Visitor(host.Address);
        Assert.Contains("现在没有回应", (await person.GetAsync("/signin/upstream")).Words, StringComparison.Ordinal);
        await person.GetAsync("/prefs?surface=kiosk");
        Assert.DoesNotContain("/signin/upstream", (await person.GetAsync("/signin")).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await person.GetAsync("/signin/upstream")).Status);
    }

    private static async Task<string> BackAsync(UpstreamPair pair, Visitor person, string path)
    {
        using var there = new Visitor(pair.Provider.Address);
        var asked = await there.GetAsync((await person.GetAsync(path)).Location!);
        return (await there.GetAsync((await there.SignInAsync(ApiClient.Number("林晓雯"), Hall.Demo.DemoCity.Password, asked.Location!["/signin".Length..])).Location!)).Location!;
    }
}
