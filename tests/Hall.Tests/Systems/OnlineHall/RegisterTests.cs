using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Demo;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Services.Identity.RealName;
using Tongban.Hall.Tests.Support;
using Tongban.Sandbox.Registries;

namespace Tongban.Hall.Tests.Systems.OnlineHall;

public class RegisterTests(Databases databases)
{
    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task MobileAndOneMoreProof_GiveLevel2(string database)
    {
        await using var host = databases.Start(database);
        using var person = await new Registrant(host, 70).RegisterAsync();

        var account = (await host.UseAsync((People people) => people.ByNumberAsync(person.Person.Number)))!;
        Assert.Equal((RealNameLevel.Checked, person.Person.Mobile), (account.RealNameLevel, account.PhoneNumber));
        var seen = await person.Browser.GetAsync("/my/data");
        Assert.Contains("实名注册", seen.Body);
        Assert.Contains("银行卡卡号（一致）", seen.Body);
        Assert.DoesNotContain(person.Proof("bankCard"), seen.Body);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("6299000000000000000")]
    public async Task MobileAlone_OrWithAProofThatDoesNotMatch_GivesLevel1(string? bankCard)
    {
        await using var host = databases.Start("sqlite");
        using var person = new Registrant(host, 71);
        await person.AskAsync(bankCard);

        Assert.Equal("/my", (await person.ConfirmAsync()).Location);
        Assert.Equal(RealNameLevel.Declared, (await host.UseAsync((People people) => people.ByNumberAsync(person.Person.Number)))!.RealNameLevel);
    }

    [Fact]
    public async Task WithoutAPassword_ThePersonSignsInByCode()
    {
        await using var host = databases.Start("sqlite");
        using var person = await new Registrant(host, 72).RegisterAsync(password: null);
        using var elsewhere = new Visitor(host.Address);

        await elsewhere.PostAsync("/signin/code", "/signin/code", ("Name", person.Person.Number));
        var entered = await elsewhere.PostAsync("/signin/code/enter", "/signin/code/enter", ("Code", await person.CodeAsync("登录")));

        Assert.Equal("/my", entered.Location);
    }

    [Fact]
    public async Task MobileThatIsNotInOnesName_GetsNoCode_AndTheSameAnswer()
    {
        await using var host = databases.Start("sqlite");
        using var person = new Registrant(host, 73);
        using var other = new Registrant(host, 74);

        var strange = await person.AskAsync(person.Proof("bankCard"), mobile: other.Person.Mobile);
        var right = await other.AskAsync();
        await other.CodeAsync("注册");

        Assert.Equal((strange.Status, strange.Location), (right.Status, right.Location));
        Assert.Single(other.Codes("注册"));
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task WhoeverTriesToRegisterInAnothersName_LeavesATrace_ThatTheOtherSees(string database)
    {
        await using var host = databases.Start(database);
        var victim = await host.UseAsync((HallDb db) => db.Set<Account>().OrderBy(a => a.Id).FirstAsync());

        using (var stranger = new Visitor(host.Address))
            await stranger.PostAsync("/register", "/register", ("Name", victim.Name), ("Number", victim.CitizenNumber), ("Mobile", "13900000000"), ("Password", "a-good-password"));

        var kept = Assert.Single(await host.UseAsync((RealNames names) => names.AboutAsync(victim.Id)));
        Assert.Equal((RealNameStatus.Known, "实名注册", "Mobile", ""), (kept.Status, kept.PurposeZh, kept.Asked, kept.Matched));
        using var owner = new Visitor(host.Address);
        await owner.SignInAsync(victim.CitizenNumber, DemoCity.Password);
        Assert.Contains("实名注册", (await owner.GetAsync("/my/data")).Body);
    }

    [Fact]
    public async Task ProviderThatFails_IsSaidSo_AndWhatWasTypedIsKept()
    {
        await using var host = databases.Start("sqlite");
        host.Sandbox.Break("realname", new Fault(FaultMode.WrongSignature));
        using var person = new Registrant(host, 75);

        var shown = await person.AskAsync();

        Assert.Contains("现在没法核对", shown.Words);
        Assert.Contains(person.Person.Number, shown.Body);
    }

    [Theory]
    [InlineData("short-one", "至少 10 个字符")]
    [InlineData("woaini5201314", "很多人在用")]
    [InlineData("Password1234!!", "很多人在用")]
    [InlineData("1234567890", "很多人在用")]
    [InlineData("qwertyuiop", "很多人在用")]
    public async Task WeakPassword_IsRefused(string password, string because)
    {
        await using var host = databases.Start("sqlite");
        using var person = new Registrant(host, 76);
        Assert.Contains(because, (await person.AskAsync(password: password)).Words);
        Assert.Contains("身份证号码、生日或手机号码", (await person.AskAsync(password: $"my-{person.Person.Number[6..14]}-x")).Words);
    }
}
