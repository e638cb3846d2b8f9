using CsCheck;
using Tongban.Codes;
using Tongban.Sandbox.Firms;
using Tongban.Sandbox.People;

namespace Tongban.Sandbox.Tests.Firms;

public class FirmTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly string[] Fields = ["name", "kind", "status", "region", "address", "establishedOn", "representativeName", "representativeNumber"];

    [Fact]
    public void AnyFirm_IsFoundByItsCode_AndRepresentedBySomebodyWhoExists() => Gen.Select(Gen.Int, Gen.Long[0, 2_499_999]).Sample((seed, index) =>
    {
        var people = new Population(seed, 20_000_000);
        var firms = new AllFirms(people, seed);
        var firm = firms.At(index);
        Assert.True(SocialCreditCode.TryParse(firm.Code, out _, out _));
        Assert.Equal(firm, firms.Find(firm.Code, Today));
        Assert.Equal(firm.Representative, people.Find(firm.Representative.Number, Today));
        Assert.InRange(firm.Representative.BirthDate.Year, 1951, 1999);
    }, iter: 3_000);

    [Fact]
    public void ACodeThatIsNobodys_IsNotFound()
    {
        var firms = new AllFirms(new Population(7, 800), 7);
        Assert.Equal(100, firms.Count);
        Assert.NotNull(firms.Find(firms.At(99).Code, Today));
        Assert.Null(firms.Find(new AllFirms(new Population(7, 8_000), 7).At(100).Code, Today));
        Assert.Null(firms.Find("91440305MA5Y26019Q", Today));
        Assert.Null(firms.Find("", Today));
    }

    [Fact]
    public async Task TheBusinessRegister_TellsOfFirms_AndTheOthersOfPeople()
    {
        await using var asker = await Asker.StartAsync();
        var firm = DemoFirms.Of(Today)[0];
        var told = await asker.LookUpAsync("business", firm.Code, fields: Fields);
        Assert.Equal("found", told["status"]);
        Assert.Equal(firm.Code, told["number"]);
        Assert.Equal(["深圳市明湾建设有限公司", "有限责任公司", "存续", firm.Region, firm.Address, "2018-03-01", "方志远", firm.Representative.Number], Fields.Select(f => (string?)told.Record[f]));
        Assert.Equal("notFound", (await asker.LookUpAsync("business", firm.Code, "别的公司", Fields))["status"]);
        Assert.Equal("notFound", (await asker.LookUpAsync("business", firm.Representative.Number, fields: Fields))["status"]);
        Assert.Equal("notFound", (await asker.LookUpAsync("population", firm.Code, fields: ["name"]))["status"]);
    }

    [Fact]
    public async Task ASuccessor_IsNamedFromThenOn()
    {
        await using var asker = await Asker.StartAsync();
        var (firm, successor) = (DemoFirms.Of(Today)[0], DemoPeople.Of(Today).Single(d => d.Person.Name == "潘国栋").Person);
        Assert.False(asker.Server.Firms.Succeed(firm.Code, "11010519491231002X", Today));
        Assert.False(asker.Server.Firms.Succeed("11010519491231002X", successor.Number, Today));
        Assert.True(asker.Server.Firms.Succeed(firm.Code, successor.Number, Today));
        var told = await asker.LookUpAsync("business", firm.Code, fields: Fields);
        Assert.Equal("潘国栋", (string?)told.Record["representativeName"]);
    }
}
