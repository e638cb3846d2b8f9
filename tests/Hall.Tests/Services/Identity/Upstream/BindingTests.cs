using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Demo;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Services.Identity.Privacy;
using Tongban.Hall.Services.Identity.Upstream;
using Tongban.Hall.Tests.Support;

namespace Tongban.Hall.Tests.Services.Identity.Upstream;

/// <summary>Whose account a provider's word leads to.</summary>
public class BindingTests(Databases databases)
{
    private const string Number = "440301199003072938", OtherNumber = "440301198512173644";

    private static Vouched Word => new() { Issuer = "https://upstream.example/", Subject = "s1", Name = "钟一鸣", CitizenNumber = Number, Level = RealNameLevel.Checked };

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Word_LeadsToTheAccountOfThatNameAndNumber_AndNowhereElse(string database)
    {
        await using var host = databases.Start(database);
        await UpstreamPair.OpenAsync(host, "钟一鸣", Number);
        Assert.Equal("upstream.differs", await RefusedAsync(host, Word with { Name = "钟二鸣" }));
        Assert.Equal("upstream.unchecked", await RefusedAsync(host, Word with { CitizenNumber = null }));
        Assert.Equal("upstream.unchecked", await RefusedAsync(host, Word with { CitizenNumber = Number[..17] + "1" }));
        Assert.Equal("upstream.unchecked", await RefusedAsync(host, Word with { Name = " " }));
        Assert.Equal("upstream.unchecked", await RefusedAsync(host, Word with { Level = RealNameLevel.Declared }));
        Assert.Equal("upstream.unchecked", await RefusedAsync(host, Word with { Level = null }));
        Assert.Equal(0, await host.UseAsync((HallDb db) => db.Set<Binding>().CountAsync()));

        Assert.Null(await RefusedAsync(host, Word));
        Assert.Null(await RefusedAsync(host, Word with { Name = null, CitizenNumber = null, Level = null }));
        Assert.Equal("upstream.differs", await RefusedAsync(host, Word with { CitizenNumber = OtherNumber }));
        Assert.Equal("upstream.taken", await RefusedAsync(host, Word with { Subject = "s2" }));
        Assert.Null(await RefusedAsync(host, Word with { Issuer = "https://another.example/" }));
        Assert.Equal(2, await host.UseAsync((HallDb db) => db.Set<Binding>().CountAsync()));
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Newcomer_GetsAnAccountOfTheLevelVouchedFor_OnceHoweverManyComeAtOnce(string database)
    {
        await using var host = databases.Start(database);
        var arrived = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => ArriveAsync(host, Word)));
        Assert.Single(arrived.Select(a => a.Value!.Id).Distinct());
        Assert.Equal((RealNameLevel.Checked, null, false), (arrived[0].Value!.RealNameLevel, arrived[0].Value!.PhoneNumber, arrived[0].Value!.PhoneNumberConfirmed));
        var present = await ArriveAsync(host, Word with { Subject = "s2", CitizenNumber = OtherNumber, Level = RealNameLevel.Present });
        Assert.Equal(RealNameLevel.Present, present.Value!.RealNameLevel);
        // Nothing else opens it: it cannot be shut out.
        Assert.Equal("account.last-way", (await EndAsync(host, present.Value.Id)).Refusal!.Code);
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task AccountThatNobodyChecked_OrThatIsBeingClosed_IsNotBound(string database)
    {
        await using var host = databases.Start(database);
        await UpstreamPair.OpenAsync(host, "钟一鸣", Number, RealNameLevel.Declared);
        var closing = await UpstreamPair.OpenAsync(host, "苏晚晴", OtherNumber);
        Assert.True((await host.UseAsync((AccountClosings closings) => closings.AskAsync(closing.Id, UpstreamPair.Who))).Ok);
        Assert.Equal("upstream.unchecked-here", await RefusedAsync(host, Word));
        Assert.Equal("upstream.closing", await RefusedAsync(host, Word with { Subject = "s2", Name = "苏晚晴", CitizenNumber = OtherNumber }));
        Assert.Equal(0, await host.UseAsync((HallDb db) => db.Set<Binding>().CountAsync()));
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Ended_TheWordIsNoMoreTaken_UntilTheOwnerAllowsItAgain(string database)
    {
        await using var host = databases.Start(database);
        var account = await UpstreamPair.OpenAsync(host, "钟一鸣", Number);
        await ArriveAsync(host, Word);
        Assert.True((await EndAsync(host, account.Id)).Ok);
        Assert.Equal("upstream.ended", await RefusedAsync(host, Word));
        // Nor under another name there.
        Assert.Equal("upstream.taken", await RefusedAsync(host, Word with { Subject = "s2" }));
        await host.UseAsync(async (Bindings bindings) =>
        {
            await bindings.ResumeAsync(account.Id, Word.Issuer, UpstreamPair.Who);
            return true;
        });
        Assert.Equal(account.Id, (await ArriveAsync(host, Word)).Value!.Id);
    }

    private static Task<Outcome<Account>> ArriveAsync(HallHost host, Vouched word) => host.UseAsync((Bindings bindings) => bindings.ArriveAsync(word));

    private static async Task<string?> RefusedAsync(HallHost host, Vouched word) => (await ArriveAsync(host, word)).Refusal?.Code;

    private static Task<Outcome<bool>> EndAsync(HallHost host, Guid account) => host.UseAsync((Bindings bindings) => bindings.EndAsync(account, Word.Issuer, null, UpstreamPair.Who));
}
