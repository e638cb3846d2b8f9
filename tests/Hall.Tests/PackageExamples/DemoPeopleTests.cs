using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Packages.Rules;
using Tongban.Hall.Tests.Platform.Packages;
using Tongban.Sandbox.People;
using Tongban.Sandbox.Registries;

namespace Tongban.Hall.Tests.PackageExamples;

/// <summary>Packages and sandbox speak of the same records, and each demo person is good for what the sign-in page promises.</summary>
public sealed class DemoPeopleTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [InlineData("graduate-settlement")]
    [InlineData("no-criminal-record")]
    [InlineData("old-age-allowance")]
    public async Task Every_field_a_package_reads_exists_in_the_register(string id)
    {
        var package = await SamplePackage.ShippedAsync(id);

        foreach (var used in package.Registries)
        {
            var register = Registry.Named(used.Registry)!;
            Assert.All(used.Fields, field => Assert.Contains(field.Path, register.Fields));
        }
    }

    [Theory]
    [InlineData("林晓雯", "graduate-settlement", true, "本科有学位")]
    [InlineData("周子涵", "graduate-settlement", true, "硕士毕业 2 年内")]
    [InlineData("罗文博", "graduate-settlement", false, "您今年 41 岁，超过了硕士的年龄上限")]
    [InlineData("吴思远", "graduate-settlement", false, "毕业证书还没有在学历库里查到")]
    [InlineData("黄嘉敏", "graduate-settlement", false, "您的学历不是全日制")]
    [InlineData("许浩然", "graduate-settlement", false, "示例市已经接收过您")]
    [InlineData("郑雨晴", "graduate-settlement", false, "待核")]
    [InlineData("何俊峰", "graduate-settlement", false, "犯罪记录库的结果是“有”")]
    [InlineData("陈静怡", "no-criminal-record", true, "您的户籍在深圳")]
    [InlineData("沈佳宜", "no-criminal-record", false, "3 次")]
    [InlineData("周子涵", "no-criminal-record", false, "您的户籍不在深圳")]
    [InlineData("何俊峰", "no-criminal-record", false, "由民警核对")]
    [InlineData("梁秀英", "old-age-allowance", true, "还没有领津贴")]
    [InlineData("蒋素珍", "old-age-allowance", true, "标准提高")]
    [InlineData("冯建国", "old-age-allowance", false, "您今年 69 岁，满 70 岁才能领")]
    [InlineData("曹玉梅", "old-age-allowance", false, "死亡登记库里有一条记录")]
    [InlineData("韩明远", "old-age-allowance", false, "您的户籍不在深圳")]
    public async Task Demo_person_gets_the_promised_outcome(string name, string id, bool granted, string reason)
    {
        var outcome = await DecideAsync(name, id, Today);

        Assert.Equal(granted, outcome.Granted);
        Assert.Contains(outcome.Reasons, r => r.Text.Zh.Contains(reason, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2026-07-01")]
    [InlineData("2027-06-30")]
    [InlineData("2027-07-01")]
    [InlineData("2032-02-29")]
    public async Task The_promises_hold_on_every_day(string day)
    {
        var today = DateOnly.Parse(day, CultureInfo.InvariantCulture);

        foreach (var (name, id, granted) in new[]
        {
            ("林晓雯", "graduate-settlement", true), ("周子涵", "graduate-settlement", true), ("罗文博", "graduate-settlement", false),
            ("吴思远", "graduate-settlement", false), ("黄嘉敏", "graduate-settlement", false), ("许浩然", "graduate-settlement", false),
            ("郑雨晴", "graduate-settlement", false), ("何俊峰", "graduate-settlement", false), ("陈静怡", "no-criminal-record", true),
            ("沈佳宜", "no-criminal-record", false), ("梁秀英", "old-age-allowance", true), ("蒋素珍", "old-age-allowance", true),
            ("曹玉梅", "old-age-allowance", false), ("韩明远", "old-age-allowance", false),
        })
            Assert.True(granted == (await DecideAsync(name, id, today)).Granted, name);
    }

    private static async Task<RuleOutcome> DecideAsync(string name, string id, DateOnly today)
    {
        var package = await SamplePackage.ShippedAsync(id);
        var person = DemoPeople.Of(today).Single(p => p.Person.Name == name).Person;
        return PackageRules.Decide(package, new Grounds
        {
            Today = today,
            Applicant = new Applicant { Name = person.Name, Number = person.Number, BirthDate = person.BirthDate, Sex = person.IsMale ? "男" : "女" },
            Answers = new JsonObject { ["参加过禁止组织"] = false, ["谁来办"] = "本人" },
            Facts = package.Registries.ToDictionary(r => r.Name, r => FactOf(r, person, today)),
        });
    }

    private static RegistryFact FactOf(RegistryUse used, Person person, DateOnly today) =>
        Registry.Named(used.Registry)!.Record(person, today) is { } record
            ? new RegistryFact(FactState.Found, used.Read(JsonSerializer.SerializeToNode(record)))
            : RegistryFact.NotFound;
}
