using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tongban.Hall.Demo;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity.Staff;
using Tongban.Hall.Services.Identity.Staff.Factor;
using Tongban.Hall.Tests.Support;

namespace Tongban.Hall.Tests.Services.Identity;

public class FactorTests(Databases databases)
{
    private static Proceeding Someone => new(Actor.System("test"), TimeProvider.System.GetUtcNow());

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task RecoveryCodeSentByManyAtOnce_OpensOnce(string database)
    {
        await using var host = databases.Start(database);
        var code = (await CodesAsync(host, "S1001"))[3];

        var tries = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => SignInAsync(host, "S1001", code)));

        Assert.Single(tries, t => t.Ok);
        Assert.Equal(9, await LeftAsync(host, "S1001"));
        Assert.Single(await host.UseAsync((HallDb db) => db.Set<ProceedingEntry>().Where(p => p.Event == nameof(RecoveryCodeSpent)).ToListAsync()));
    }

    [Fact]
    public async Task RecoveryCode_IsReadAsPeopleWriteIt_AndNewOnesEndThoseBefore()
    {
        await using var host = databases.Start("sqlite");
        var before = await CodesAsync(host, "S1001");
        Assert.Equal(10, before.Distinct().Count());
        Assert.True((await SignInAsync(host, "S1001", $" {before[0].ToLowerInvariant().Replace('-', ' ').Replace('0', 'o')} ")).Ok);
        Assert.False((await SignInAsync(host, "S1001", before[0])).Ok);
        Assert.False((await SignInAsync(host, "S1002", before[1])).Ok);

        var after = await CodesAsync(host, "S1001");
        Assert.False((await SignInAsync(host, "S1001", before[1])).Ok);
        Assert.True((await SignInAsync(host, "S1001", after[1])).Ok);
    }

    [Fact]
    public async Task WhoComesInByARecoveryCode_IsLedToHisGuard_AndChangesTheAuthenticatorThere()
    {
        await using var host = databases.Start("sqlite");
        var codes = await CodesAsync(host, "S1001");
        using var officer = new Visitor(host.Address);
        Assert.Equal("/staff/guard?spent=true", (await StaffDoor.TryAsync(host, officer, "S1001", DemoStaff.Password, codes[0])).Location);
        Assert.Contains("还剩 9 个", (await officer.GetAsync("/staff/guard?spent=true")).Words);

        var page = await officer.PostAsync("/staff/guard?handler=Factor", "/staff/guard");
        var secret = System.Text.RegularExpressions.Regex.Match(page.Body, "<b class=\"num\">([A-Z2-7]{32})</b>").Groups[1].Value;
        Task<Shown> EnrolAsync(string code) => officer.PostAsync("/staff/guard?handler=Enrol", "/staff/guard", ("Secret", page.Hidden("Secret")), ("Code", code));
        Assert.Contains("验证码不对", (await EnrolAsync("000000")).Words);
        Assert.Contains("收好", (await EnrolAsync(SecondFactor.CodeAt(secret, StaffDoor.Now(host)))).Words);

        Assert.False((await SignInAsync(host, "S1001", StaffDoor.Code(host, "S1001"))).Ok);
        Assert.False((await SignInAsync(host, "S1001", codes[1])).Ok);
        Assert.True((await SignInAsync(host, "S1001", SecondFactor.CodeAt(secret, StaffDoor.Now(host).AddSeconds(30)))).Ok);
    }

    [Fact]
    public async Task WrongPassword_DoesNotSpendARecoveryCode()
    {
        await using var host = databases.Start("sqlite");
        var code = (await CodesAsync(host, "S1001"))[0];
        Assert.False((await host.UseAsync((StaffSignIns all) => all.CheckAsync("S1001", "wrong-Password-1", code))).Ok);
        Assert.True((await SignInAsync(host, "S1001", code)).Ok);
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task LostFactor_IsTakenOffByTwoAdministrators_NeverByOneOrByHimself(string database)
    {
        await using var host = databases.Start(database);
        var (system, security, officer) = (await IdAsync(host, "S9001"), await IdAsync(host, "S9002"), await IdAsync(host, "S1001"));
        var codes = await CodesAsync(host, "S1001");
        using var open = await StaffDoor.SignedInAsync(host, "S1001");
        Task<Outcome<FactorReset>> AskAsync(string number, Guid by, string reason = "本人来过，手机丢了") => host.UseAsync((Factors all) => all.AskResetAsync(number, by, reason, Someone));
        Task<Outcome<bool>> ConfirmAsync(Guid id, Guid by) => host.UseAsync((Factors all) => all.ConfirmResetAsync(id, by, Someone));

        Assert.Equal(Refusals.ResetReason, (await AskAsync("S1001", security, "丢")).Refusal);
        Assert.Equal(Refusals.OwnReset, (await AskAsync("S9002", security)).Refusal);
        var asked = (await AskAsync("S1001", security)).Value!;
        Assert.Equal(Refusals.ResetWaits, (await AskAsync("S1001", security)).Refusal);
        Assert.Equal(Refusals.OwnReset, (await ConfirmAsync(asked.Id, security)).Refusal);
        Assert.Equal(Refusals.OwnReset, (await ConfirmAsync(asked.Id, officer)).Refusal);
        Assert.NotNull((await host.UseAsync((Members all) => all.FindAsync(officer)))!.SecondFactor);

        Assert.True((await ConfirmAsync(asked.Id, system)).Ok);
        Assert.Equal(Refusals.StaffUnknown, (await ConfirmAsync(asked.Id, system)).Refusal);
        Assert.Null((await host.UseAsync((Members all) => all.FindAsync(officer)))!.SecondFactor);
        Assert.StartsWith("/staff/signin", new Uri(host.Address, (await open.GetAsync("/staff")).Location!).PathAndQuery);
        using var again = new Visitor(host.Address);
        Assert.Equal("/staff/first", (await StaffDoor.TryAsync(host, again, "S1001", DemoStaff.Password, codes[0])).Location);
    }

    [Fact]
    public async Task ResetThatNobodyConfirmsInThreeDays_Lapses()
    {
        var clock = new Clock();
        await using var host = databases.Prepare("sqlite").With(services => services.AddSingleton<TimeProvider>(clock)).Start();
        var asked = (await host.UseAsync(async (Factors all) => await all.AskResetAsync("S1001", await IdAsync(host, "S9002"), "本人来过，手机丢了", Someone))).Value!;
        clock.Advance(FactorReset.GoodFor + TimeSpan.FromMinutes(1));
        Assert.Equal(Refusals.StaffUnknown, (await host.UseAsync((Factors all) => all.ConfirmResetAsync(asked.Id, Guid.NewGuid(), Someone))).Refusal);
        Assert.Empty(await host.UseAsync((Factors all) => all.WaitingAsync()));
    }

    [Fact]
    public async Task PasswordReset_LeavesTheSecondFactorInPlace()
    {
        await using var host = databases.Start("sqlite");
        await host.UseAsync(async (Members all) => await all.ResetAsync(await IdAsync(host, "S1001"), "first-Password-1", Someone));
        Assert.False((await host.UseAsync((StaffSignIns all) => all.CheckAsync("S1001", "first-Password-1", ""))).Ok);
        Assert.True((await host.UseAsync((StaffSignIns all) => all.CheckAsync("S1001", "first-Password-1", StaffDoor.Code(host, "S1001")))).Ok);
    }

    private static async Task<string[]> CodesAsync(HallHost host, string number) => await host.UseAsync(async (Factors all) => await all.RenewCodesAsync(await IdAsync(host, number), Someone));

    private static async Task<int> LeftAsync(HallHost host, string number) => await host.UseAsync(async (Factors all) => await all.CodesLeftAsync(await IdAsync(host, number)));

    private static Task<Outcome<StaffArrival>> SignInAsync(HallHost host, string number, string code) => host.UseAsync((StaffSignIns all) => all.CheckAsync(number, DemoStaff.Password, code));

    private static async Task<Guid> IdAsync(HallHost host, string number) => (await host.UseAsync((Members all) => all.ByNumberAsync(number)))!.Id;
}
