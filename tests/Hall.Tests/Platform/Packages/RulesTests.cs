using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Tongban.Hall.Cases.Clock;
using Tongban.Hall.Cases.Examples;
using Tongban.Hall.Platform.Forms;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Packages.Rules;

namespace Tongban.Hall.Tests.Platform.Packages;

public sealed class RulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 7, 10, 10, 0, 0, TimeSpan.FromHours(8));

    private static Grounds Grounds(FactState state = FactState.Found, string status = "正常", DateTimeOffset? asOf = null, int year = 2004) => new()
    {
        Today = new(2026, 7, 10),
        Now = Now,
        Applicant = new Applicant { Name = "林一诺", BirthDate = new(year, 3, 16) },
        Facts = new Dictionary<string, RegistryFact> { ["人口"] = new(state, new JsonObject { ["状态"] = status }, asOf ?? Now) },
    };

    [Fact]
    public async Task Granted_case_names_rule_version_article_facts_and_parameters()
    {
        var package = await SamplePackage.PackageAsync();

        var outcome = PackageRules.Decide(package, Grounds());

        Assert.True(outcome.Granted);
        Assert.Equal("adult", outcome.RuleId);
        Assert.Equal(package.Version.Hash, outcome.PackageVersion);
        var reason = Assert.Single(outcome.Reasons);
        Assert.Equal(("您到了年龄，户口正常", "示例规定"), (reason.Text.Zh, reason.Basis!.Zh));
        Assert.Equal("人口", Assert.Single(outcome.Facts).Registry);
        var parameter = Assert.Single(outcome.Parameters);
        Assert.Equal(("最低年龄", 18, new DateOnly(2026, 1, 1)), (parameter.Name, parameter.Value!.GetValue<int>(), parameter.From));
        Assert.Equal("成年", outcome.Outputs["类别"]!.ToString());
    }

    [Theory]
    [InlineData(FactState.Unavailable, ReasonKind.RegistryUnavailable, "现在查不到人口库")]
    [InlineData(FactState.NotFound, ReasonKind.RegistryNoRecord, "人口库里还没有查到您的户口")]
    public async Task Registry_without_an_answer_goes_to_a_person(FactState state, ReasonKind kind, string zh)
    {
        var outcome = PackageRules.Decide(await SamplePackage.PackageAsync(), Grounds(state));

        Assert.Equal(RuleVerdict.NeedsPerson, outcome.Verdict);
        var reason = Assert.Single(outcome.Reasons);
        Assert.Equal((kind, zh), (reason.Kind, reason.Text.Zh));
        Assert.Equal(["人口"], outcome.Missing);
    }

    [Fact]
    public async Task Fact_that_is_too_old_goes_to_a_person_and_one_minute_younger_does_not()
    {
        var package = await SamplePackage.PackageAsync();

        Assert.True(PackageRules.Decide(package, Grounds(asOf: Now.AddMinutes(-1440))).Granted);
        Assert.Equal(ReasonKind.FactsTooOld, Assert.Single(PackageRules.Decide(package, Grounds(asOf: Now.AddMinutes(-1441))).Reasons).Kind);
    }

    [Fact]
    public async Task Registry_that_was_never_asked_goes_to_a_person()
    {
        var outcome = PackageRules.Decide(await SamplePackage.PackageAsync(), Grounds() with { Facts = new Dictionary<string, RegistryFact>() });

        Assert.Equal(ReasonKind.RegistryUnavailable, Assert.Single(outcome.Reasons).Kind);
    }

    [Fact]
    public async Task Unfit_value_is_told_in_the_words_of_the_package()
    {
        var outcome = PackageRules.Decide(await SamplePackage.PackageAsync(), Grounds(year: 2010));

        Assert.Equal("您今年 16 岁，还不满 18 岁", Assert.Single(outcome.Reasons).Text.Zh);
    }

    [Fact]
    public async Task Parameter_follows_the_day()
    {
        var package = await SamplePackage.PackageAsync();
        var eighteen = Grounds(year: 2007) with { Applicant = new Applicant { Name = "林一诺", BirthDate = new(2007, 6, 1) } };

        Assert.False(PackageRules.Decide(package, eighteen with { Today = new(2025, 12, 31) }).Granted);
        Assert.True(PackageRules.Decide(package, eighteen with { Today = new(2026, 1, 1) }).Granted);
    }

    [Fact]
    public async Task Test_that_an_unknown_value_passes_by_chance_does_not_grant()
    {
        // not("迁出") holds for null too: a gap in the register must not become a yes.
        var files = SamplePackage.Changed(await SamplePackage.FilesAsync(), "rules.dmn", "<text>\"正常\"</text>", "<text>not(\"迁出\")</text>");
        var package = (await SamplePackage.LoadAsync(files)).Package!;
        var gap = Grounds() with { Facts = new Dictionary<string, RegistryFact> { ["人口"] = new(FactState.Found, [], Now) } };

        Assert.True(PackageRules.Decide(package, Grounds()).Granted);
        var outcome = PackageRules.Decide(package, gap);

        Assert.False(outcome.Granted);
        Assert.Equal("人口库里还没有查到您的户口", Assert.Single(outcome.Reasons).Text.Zh);
    }

    [Fact]
    public async Task Two_rules_that_hit_are_ambiguous_and_go_to_a_person()
    {
        var files = await SamplePackage.FilesAsync();
        var text = files.Text("rules.dmn")!;
        var rule = text[text.IndexOf("<rule ", StringComparison.Ordinal)..(text.IndexOf("</rule>", StringComparison.Ordinal) + 7)];
        var twice = SamplePackage.Changed(files, "rules.dmn", rule, rule + rule.Replace("id=\"adult\"", "id=\"again\"", StringComparison.Ordinal).Replace("\"成年\"", "\"其他\"", StringComparison.Ordinal)
            // The check of packages refuses what surely overlaps: this only turns out when the values are known.
            .Replace("&gt;= 参数.最低年龄", "&gt; 参数.最低年龄 - 1", StringComparison.Ordinal));
        var loaded = await SamplePackage.LoadAsync(twice);

        var outcome = PackageRules.Decide(loaded.Package!, Grounds());

        Assert.Equal(ReasonKind.Ambiguous, Assert.Single(outcome.Reasons).Kind);
    }

    [Fact]
    public async Task Outcome_survives_as_json()
    {
        var outcome = PackageRules.Decide(await SamplePackage.PackageAsync(), Grounds(year: 2010));

        var read = JsonSerializer.Deserialize<RuleOutcome>(JsonSerializer.Serialize(outcome, JsonSerializerOptions.Web), JsonSerializerOptions.Web)!;

        Assert.Equal(outcome.Reasons, read.Reasons);
        Assert.Equal(outcome.Cells, read.Cells);
    }

    [Fact]
    public async Task Taking_any_fact_away_never_turns_a_case_into_a_grant()
    {
        foreach (var id in (string[])["graduate-settlement", "no-criminal-record", "old-age-allowance"])
        {
            var package = await SamplePackage.ShippedAsync(id);
            Gen.Select(Gen.Int[0, package.Examples.Count - 1], Gen.Int[0, 1000], Gen.Bool).Sample((e, pick, down) =>
            {
                var example = package.Examples[e];
                if (example.Expect.Outcome != ExampleOutcome.Person)
                    return true;
                var registries = example.Registries.ToDictionary(r => r.Key, r => r.Value.DeepClone());
                var name = registries.Keys.ElementAt(pick % registries.Count);
                if (down || registries[name] is not JsonObject { Count: > 0 } facts)
                    registries[name] = JsonValue.Create("down");
                else
                    facts.Remove(facts.ElementAt(pick % facts.Count).Key);
                var run = new ExampleRunner(WorkingDayCalendar.China).Run(package, example with { Registries = registries, Expect = new Expected { Outcome = ExampleOutcome.Granted } });
                return !run.Passed;
            }, iter: 300);
        }
    }

    [Theory]
    [InlineData("1998-03-09", "硕士", "true", "true", "2026-06-28", "false", "无", true, "")]
    [InlineData("1985-05-20", "硕士", "true", "true", "2026-06-28", "false", "无", false, "您今年 41 岁，超过了硕士的年龄上限")]
    [InlineData("2003-01-01", "本科", "false", "true", "2026-06-28", "false", "无", false, "您的学历不是全日制")]
    [InlineData("2003-01-01", "本科", "true", "false", "2026-06-28", "false", "无", false, "学历库里没有您的学位")]
    [InlineData("2003-01-01", "本科", "true", "true", "2023-06-28", "false", "无", false, "超过了 24 个月")]
    [InlineData("2003-01-01", "本科", "true", "true", "2026-06-28", "true", "无", false, "其他城市已经接收过您")]
    [InlineData("2003-01-01", "其他", "true", "true", "2026-06-28", "false", "无", false, "您的学历是其他")]
    public async Task Self_check_uses_the_same_rules(string born, string level, string fullTime, string degree, string graduated, string received, string record, bool likely, string reason)
    {
        var answers = new JsonObject
        {
            ["出生日期"] = born, ["层次"] = level, ["全日制"] = fullTime, ["有学位"] = degree, ["毕业日期"] = graduated, ["已接收"] = received, ["记录"] = record,
        };

        var result = SelfCheck.Run(await SamplePackage.ShippedAsync("graduate-settlement"), new(2026, 7, 10), answers);

        Assert.Empty(result.Answers.Errors);
        Assert.Equal(likely, result.Likely);
        Assert.Contains(result.Outcome!.Reasons, r => r.Text.Zh.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Self_check_with_missing_answers_asks_for_them()
    {
        var result = SelfCheck.Run(await SamplePackage.ShippedAsync("old-age-allowance"), new(2026, 7, 10), new JsonObject { ["户籍"] = "440300000000" });

        Assert.Null(result.Outcome);
        Assert.Equal(["出生日期", "在领"], result.Answers.Errors.Select(e => e.Field));
    }

    [Theory]
    [InlineData("2000-02-29", "2026-02-28", 25)]
    [InlineData("2000-02-29", "2026-03-01", 26)]
    [InlineData("1956-11-23", "2026-11-22", 69)]
    [InlineData("1956-11-23", "2026-11-23", 70)]
    [InlineData("2026-01-02", "2026-01-01", null)]
    public void Age_turns_on_the_birthday(string born, string day, int? age) => Assert.Equal(age,
        new Applicant { Name = "林一诺", BirthDate = Day(born) }.AgeOn(Day(day)));

    [Fact]
    public void Registry_record_is_taken_only_as_declared()
    {
        var registry = new RegistryUse
        {
            Registry = "x", Name = "库", Title = new("库", "Register"), Purpose = new("", ""), NeededFor = NeededFor.Decision,
            Unavailable = new("", ""), NotFound = new("", ""),
            Fields = [new("名", "a.name", "string", new("", "")), new("数", "n", "number", new("", "")), new("日", "d", "date", new("", "")), new("列", "l", "list<string>", new("", ""))],
        };

        var values = registry.Read(JsonNode.Parse("""{"a":{"name":"甲","secret":1},"n":"12","d":"2026-02-30","l":["x",1],"other":true}"""));

        Assert.Equal("""{"名":"甲"}""", CanonicalAnswers.Write(values));
        Assert.Empty(registry.Read(null));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
