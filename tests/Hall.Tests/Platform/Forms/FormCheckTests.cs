using System.Text.Json.Nodes;
using CsCheck;
using Tongban.Hall.Platform.Forms;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Tests.Platform.Packages;

namespace Tongban.Hall.Tests.Platform.Forms;

public sealed class FormCheckTests
{
    private const string Good = """
        {"落户方式":"人才集体户","区":"440305000000","街道":"440305001000","社区":"440305001001",
         "手机号码":"13900000001","送达方式":"电子","参加过禁止组织":false}
        """;

    private static readonly Task<ServicePackage> Graduate = SamplePackage.ShippedAsync("graduate-settlement");

    private static readonly Grounds Grounds = new()
    {
        Today = new(2026, 7, 10),
        Applicant = new Applicant { Name = "林一诺", Number = "430102200403161277", BirthDate = new(2004, 3, 16), Sex = "男", Mobile = "13900000001" },
        Facts = new Dictionary<string, RegistryFact>
        {
            ["学历"] = new(FactState.Found, JsonNode.Parse("""
                {"层次":"本科","全日制":true,"有学位":true,"毕业院校":"岭南示例大学","毕业日期":"2026-06-28","证书编号":"100000202605000001"}
                """)!.AsObject(), new DateTimeOffset(2026, 7, 10, 9, 0, 0, TimeSpan.FromHours(8))),
            ["人口"] = new(FactState.Found, JsonNode.Parse("""{"状态":"正常","户籍区划":"430102001001","住址":"示例路 1 号"}""")!.AsObject()),
        },
    };

    [Fact]
    public async Task Good_answers_pass_and_locked_values_come_from_the_registry()
    {
        var form = FormCheck.Run(await Graduate, Grounds, Good);

        Assert.Empty(form.Errors);
        Assert.Equal("岭南示例大学", form.Answers["毕业院校"]!.ToString());
        Assert.Equal("2026-06-28", form.Answers["毕业日期"]!.ToString());
    }

    /// <summary>One answer is replaced; the field must show exactly these words.</summary>
    [Theory]
    [InlineData("落户方式", "null", "请选择户口落在哪里", "Choose where your household registration will be")]
    [InlineData("落户方式", "\"月球\"", "请选择您想把户口落在哪里：自己的房子、", "Choose ")]
    [InlineData("落户方式", "[\"公租房\"]", "要填文字", "must be text")]
    [InlineData("手机号码", "\"\"", "请填写手机号码", "Enter mobile number")]
    [InlineData("手机号码", "\"1390000000\"", "手机号码是 11 位，您填了 10 位", "you gave 10")]
    [InlineData("手机号码", "\"23900000001\"", "手机号码要以 13 到 19 开头", "begins with 13 to 19")]
    [InlineData("手机号码", "13900000001", "要填文字", "must be text")]
    [InlineData("区", "\"深圳\"", "请从列表里选择区", "from the list")]
    [InlineData("区", "\"440305001000\"", "请从列表里选择区", "from the list")]
    [InlineData("街道", "\"440306001000\"", "这个街道不在您选的区里", "is not in the district you chose")]
    [InlineData("参加过禁止组织", "\"也许\"", "：是，还是否", "yes or no")]
    [InlineData("参加过禁止组织", "null", "请选择：参加过，还是没有", "Choose yes or no")]
    [InlineData("毕业院校", "\"清风大学\"", "毕业院校来自学历库，不能在这里改", "cannot be changed here")]
    [InlineData("补充说明", "7", "要填文字", "must be text")]
    [InlineData("没有这一项", "\"x\"", "这份表格没有“没有这一项”这一项", "no field")]
    public async Task Wrong_answer_is_told_at_its_field(string field, string value, string zh, string en)
    {
        var answers = JsonNode.Parse(Good)!.AsObject();
        answers[field] = JsonNode.Parse(value);

        var form = FormCheck.Run(await Graduate, Grounds with { Answers = answers });

        // A region that was changed may put those inside it wrong too; everything else stays right.
        Assert.All(form.Errors, e => Assert.True(e.Field == field || e.Code == "field-region"));
        var error = form.ErrorOf(field)!;
        Assert.Contains(zh, error.Text.Zh, StringComparison.Ordinal);
        Assert.Contains(en, error.Text.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"44030319560101113\"", "身份证号码是 18 位，您填了 17 位")]
    [InlineData("\"440303195601011130\"", "有一位填错了")]
    [InlineData("\"430102200403161277\"", "这是您自己的号码")]
    public async Task Wrong_number_of_the_head_of_household_is_told(string value, string zh)
    {
        var answers = JsonNode.Parse(Good)!.AsObject();
        (answers["落户方式"], answers["户主姓名"], answers["同意书"], answers["户主号码"]) = ("配偶房产", "顾长林", new JsonArray("f"), JsonNode.Parse(value));

        var form = FormCheck.Run(await Graduate, Grounds with { Answers = answers });

        Assert.Contains(zh, Assert.Single(form.Errors).Text.Zh, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("手机号码", "\" １３９ ００００ ０００１ \"", "\"13900000001\"")]
    [InlineData("补充说明", "\"  谢谢\\r\\n您 \"", "\"谢谢\\n您\"")]
    [InlineData("区", "\"４４０３０５００００００\"", "\"440305000000\"")]
    public async Task Typed_answer_is_brought_into_one_form(string field, string typed, string expected)
    {
        var answers = JsonNode.Parse(Good)!.AsObject();
        answers[field] = JsonNode.Parse(typed);

        var form = FormCheck.Run(await Graduate, Grounds with { Answers = answers });

        Assert.Empty(form.Errors);
        Assert.Equal(expected, CanonicalAnswers.Write(new JsonObject { ["x"] = form.Answers[field]!.DeepClone() })[5..^1]);
    }

    [Fact]
    public async Task Too_long_text_says_how_long_it_is()
    {
        var answers = JsonNode.Parse(Good)!.AsObject();
        (answers["落户方式"], answers["单位名称"]) = ("单位集体户", new string('长', 120));

        var error = Assert.Single(FormCheck.Run(await Graduate, Grounds with { Answers = answers }).Errors);

        Assert.Equal("单位名称最多 100 个字，现在是 120 个", error.Text.Zh);
    }

    [Fact]
    public async Task Answers_of_hidden_pages_are_dropped()
    {
        var answers = JsonNode.Parse(Good)!.AsObject();
        answers["单位名称"] = "示例公司";
        answers["收件地址"] = "别处";

        var form = FormCheck.Run(await Graduate, Grounds with { Answers = answers });

        Assert.Empty(form.Errors);
        Assert.False(form.Answers.ContainsKey("单位名称"));
        Assert.False(form.Answers.ContainsKey("收件地址"));
    }

    [Fact]
    public async Task Page_is_checked_by_itself()
    {
        var package = await Graduate;

        var place = FormCheck.Run(package, Grounds with { Answers = [] }, package.Form.Section("place"));

        Assert.Equal(["区", "街道", "社区"], place.Errors.Select(e => e.Field));
    }

    [Fact]
    public async Task Region_that_does_not_exist_is_refused()
    {
        var form = FormCheck.Run(await Graduate, Grounds with { Answers = JsonNode.Parse(Good)!.AsObject() },
            surroundings: new Surroundings(code => code != "440305001001"));

        Assert.Equal("社区", Assert.Single(form.Errors).Field);
    }

    [Fact]
    public async Task Registry_that_is_down_turns_locked_fields_into_questions()
    {
        var package = await Graduate;
        var down = Grounds with { Facts = new Dictionary<string, RegistryFact> { ["学历"] = RegistryFact.Unavailable } };

        var form = FormCheck.Run(package, down, Good);

        Assert.Equal(["毕业院校", "学历层次", "证书编号", "毕业日期", "毕业证书照片"], form.Errors.Select(e => e.Field));
        Assert.False(FormView.Of(package, down).IsLocked(package.Form.Field("毕业院校")!));
    }

    [Fact]
    public async Task Form_begins_with_what_is_known_and_says_from_where()
    {
        var package = await Graduate;

        var start = Prefill.Start(package, Grounds);
        var view = FormView.Of(package, Grounds with { Answers = start });

        Assert.Equal("13900000001", start["手机号码"]!.ToString());
        Assert.Equal("本科", start["学历层次"]!.ToString());
        Assert.Equal("示例路 1 号", start["收件地址"]!.ToString());
        Assert.Equal("电子", start["送达方式"]!.ToString());
        Assert.Equal("学历库", view.SourceOf(package.Form.Field("毕业院校")!)!.Value.Registry.Title.Zh);
        Assert.True(view.IsLocked(package.Form.Field("毕业院校")!));
        Assert.False(view.IsLocked(package.Form.Field("收件地址")!));
        Assert.DoesNotContain(view.Sections, s => s.Id is "host" or "employer");
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"区\":")]
    [InlineData("{\"区\":1,\"区\":2}")]
    [InlineData("{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":1}}}}}}}}}")]
    public async Task Malformed_json_is_an_error_and_no_exception(string json) =>
        Assert.Equal("form-malformed", Assert.Single(FormCheck.Run(await Graduate, Grounds, json).Errors).Code);

    [Fact]
    public async Task Equal_answers_in_another_order_are_the_same_text()
    {
        var package = await Graduate;
        var turned = new JsonObject(JsonNode.Parse(Good)!.AsObject().Reverse().Select(a => KeyValuePair.Create(a.Key, a.Value?.DeepClone())));

        Assert.Equal(
            CanonicalAnswers.Write(FormCheck.Run(package, Grounds, Good).Answers),
            CanonicalAnswers.Write(FormCheck.Run(package, Grounds with { Answers = turned }).Answers));
    }

    [Fact]
    public async Task Any_value_in_any_field_never_throws_and_checking_twice_changes_nothing()
    {
        var package = await Graduate;
        var names = package.Form.Fields.Select(f => f.Id).ToArray();
        string[] values = ["null", "true", "0", "-1e400", "1e28", "\"\"", "\"\\ud800\"", "\"\\u0000\"", "[]", "[null]", "[[1]]", "[\"a\",\"b\"]", "{}", "{\"a\":1}", "\"9999-12-31\"", "\"0001-01-01\"", "\"2026-02-30\"", "\"440305000000\"", "\"配偶房产\"", "\"13900000001\""];
        Gen.Select(Gen.Int[0, names.Length - 1], Gen.Int[0, values.Length - 1]).Array[1, 8].Sample(pairs =>
        {
            var json = "{" + string.Join(',', pairs.DistinctBy(p => p.Item1).Select(p => $"\"{names[p.Item1]}\":{values[p.Item2]}")) + "}";
            var once = FormCheck.Run(package, Grounds, json);
            var twice = FormCheck.Run(package, Grounds with { Answers = once.Answers.DeepClone().AsObject() });
            return CanonicalAnswers.Write(once.Answers) == CanonicalAnswers.Write(twice.Answers);
        }, iter: 3000);
    }
}
