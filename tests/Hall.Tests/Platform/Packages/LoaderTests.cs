using System.Text;
using CsCheck;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Packages.Loading;

namespace Tongban.Hall.Tests.Platform.Packages;

public sealed class LoaderTests
{
    [Fact]
    public async Task Template_is_without_findings()
    {
        var loaded = await SamplePackage.LoadAsync(await SamplePackage.FilesAsync());

        Assert.DoesNotContain(loaded.Findings, f => f.Text.Severity != FindingSeverity.Information);
        Assert.NotNull(loaded.Package);
    }

    /// <summary>Each row spoils the template in one place: the finding must name the code and the line where the mark stands.</summary>
    [Theory]
    // YAML
    [InlineData("service.yaml", "completion: online", "completion: [online", "yaml-syntax", null)]
    [InlineData("service.yaml", "type: publicService", "type: publicService\ntype: licence", "yaml-double-key", "type: licence")]
    [InlineData("service.yaml", "keywords: [示例, sample]", "keywords: &k [示例]\nbatches: *k", "yaml-syntax", "batches: *k")]
    [InlineData("form.yaml", "sections:", "---\nsections:\n---", "schema-type", null)]
    // Schema
    [InlineData("service.yaml", "summary: {", "sumary: {", "schema-unknown", "sumary")]
    [InlineData("service.yaml", "summary: {", "sumary: {", "schema-required", null)]
    [InlineData("service.yaml", "{ zh: \"示例事项\", en: \"Sample item\" }", "{ zh: \"示例事项\" }", "schema-required", "示例事项")]
    [InlineData("service.yaml", "basic: \"442009999000\"", "basic: 442009999000", "schema-type", "basic: 442009999000")]
    [InlineData("service.yaml", "type: publicService", "type: service", "schema-enum", "type: service")]
    [InlineData("service.yaml", "serial: \"999\"", "serial: \"99\"", "schema-pattern", "serial: \"99\"")]
    [InlineData("service.yaml", "channels: [computer, mobile]", "channels: []", "schema-too-few", "channels: []")]
    [InlineData("service.yaml", "statutory: { days: 20 }", "statutory: { days: -1 }", "schema-range", "days: -1")]
    [InlineData("service.yaml", "from: \"2020-01-01\"", "from: \"2020-02-30\"", "schema-value", "2020-02-30")]
    [InlineData("form.yaml", "type: mobile", "type: telephone", "schema-enum", "type: telephone")]
    [InlineData("result.yaml", "kind: notice", "kind: letter", "schema-enum", "kind: letter")]
    [InlineData("examples/adult.yaml", "outcome: granted", "outcome: refused", "schema-enum", "outcome: refused")]
    // Names and references
    [InlineData("service.yaml", "id: sample", "id: other", "id-not-folder", "id: other")]
    [InlineData("form.yaml", "id: 收件地址", "id: 手机号码", "name-taken", "收件地址")]
    [InlineData("form.yaml", "id: 收件地址", "id: 申请人", "name-taken", "申请人")]
    [InlineData("form.yaml", "prefill: 人口.住址", "prefill: 人口.地址", "reference", "人口.地址")]
    [InlineData("form.yaml", "prefill: 人口.住址", "prefill: 户口.住址", "reference", "户口.住址")]
    [InlineData("form.yaml", "prefill: account.mobile", "prefill: account.fax", "reference", "account.fax")]
    [InlineData("form.yaml", "type: text, maxLength: 100", "type: date", "prefill-type", "type: date")]
    [InlineData("form.yaml", "prefill: account.mobile", "prefill: account.mobile, locked: true", "locked-without-registry", "locked: true")]
    [InlineData("form.yaml", "type: mobile,", "type: choice,", "options-missing", "type: choice")]
    [InlineData("form.yaml", "type: mobile,", "type: region,", "region-missing", "type: region")]
    [InlineData("service.yaml", "registry: population", "registry: fishing", "reference", "registry: fishing")]
    [InlineData("service.yaml", "sets: [申请人.出生日期]", "sets: [人口.籍贯]", "reference", "人口.籍贯")]
    [InlineData("service.yaml", "name: 住址", "name: 状态", "double-id", "path: address")]
    // FEEL and DMN
    [InlineData("form.yaml", "required: false", "required: 性别 = \"女\"", "feel-unknown-name", "性别")]
    [InlineData("form.yaml", "required: false", "required: '1 +'", "feel-unexpected-end", "1 +")]
    [InlineData("form.yaml", "required: false", "required: 申请人.年龄", "feel-not-boolean", "申请人.年龄")]
    [InlineData("service.yaml", "{申请人.年龄} 岁，还不满", "{申请人.身高} 岁，还不满", "feel-no-entry", "申请人.身高")]
    [InlineData("result.yaml", "value: 申请人.姓名", "value: 申请人.名字", "feel-no-entry", "申请人.名字")]
    [InlineData("service.yaml", "decision: 决定", "decision: 结论", "rules-no-decision", "decision: 结论")]
    [InlineData("service.yaml", "- input: 人口.状态", "- input: 人口.住址", "reason-no-column", "- input: 人口.住址")]
    [InlineData("service.yaml", "- input: 人口.状态", "- input: 人口.住址", "reason-missing", null)]
    [InlineData("rules.dmn", "\"准予\"", "\"通过\"", "rules-no-grant", "<decisionTable")]
    [InlineData("rules.dmn", "name=\"人口\"", "name=\"户口\"", "rules-unknown-input", "name=\"户口\"")]
    [InlineData("rules.dmn", "<itemComponent name=\"状态\">", "<itemComponent name=\"籍贯\">", "rules-input-type", "<inputData id=\"in-人口\"")]
    [InlineData("rules.dmn", "</definitions>", "", "dmn-bad-xml", null)]
    // Law
    [InlineData("service.yaml", "promised: { days: 5 }", "promised: { days: 21 }", "limit-promised", "promised:")]
    [InlineData("service.yaml", "{ apply: 1, submit: 2 }", "{ apply: 3, submit: 2 }", "assurance-submit", "submit: 2")]
    [InlineData("service.yaml", "{ apply: 1, submit: 2 }", "{ apply: 4 }", "schema-range", "apply: 4")]
    [InlineData("service.yaml", "statutory: { days: 20 }", "statutory: { days: 21 }", "limit-statutory", "statutory:")]
    [InlineData("service.yaml", "statutory: { days: 20 }", "joint: true\n  statutory: { days: 46 }", "limit-statutory", "days: 46")]
    [InlineData("service.yaml", "fees: { free: true }", "fees: { free: false, items: [{ name: { zh: 工本费, en: Card }, yuan: 5 }] }", "fee-basis", "工本费")]
    [InlineData("service.yaml", "fees: { free: true }", "fees: { free: false }", "fee-none", "fees:")]
    [InlineData("service.yaml", "fees: { free: true }", "fees: { free: true, items: [{ name: { zh: 工本费, en: Card }, yuan: 5, basis: { zh: 标准, en: Tariff } }] }", "fee-free", "fees:")]
    // Burden guard and materials
    [InlineData("form.yaml", "zh: \"收件地址\", en: \"Delivery address\" }, type: text, maxLength: 100, prefill: 人口.住址", "zh: \"登记住址\", en: \"Address\" }, type: text", "burden-field", "登记住址")]
    [InlineData("form.yaml", ", prefill: account.mobile", "", "burden-field", "手机号码")]
    // Codes
    [InlineData("service.yaml", "11440300MB9T00011T3442009999000", "11440300MB9T00011T3442009999001", "code-implementation", "implementation:")]
    [InlineData("service.yaml", "uscc: \"11440300MB9T00011T\"", "uscc: \"11440300MB9T00012T\"", "code-uscc", "uscc:")]
    [InlineData("service.yaml", "type: publicService", "type: licence", "code-basic-type", "basic:")]
    [InlineData("service.yaml", "level: city", "level: street", "code-region", "region:")]
    // Dated parameters
    [InlineData("service.yaml", "to: \"2025-12-31\"", "to: \"2026-01-05\"", "parameter-overlap", "2026-01-01")]
    [InlineData("service.yaml", "to: \"2025-12-31\"", "to: \"2025-11-30\"", "parameter-gap", "2026-01-01")]
    [InlineData("service.yaml", "to: \"2025-12-31\"", "to: \"2019-12-31\"", "parameter-turned", "2019-12-31")]
    [InlineData("service.yaml", "value: 18", "value: 十八", "parameter-type", "十八")]
    // Examples
    [InlineData("examples/adult.yaml", "outcome: granted", "outcome: person", "examples-granted", null)]
    [InlineData("examples/population-down.yaml", "outcome: person", "outcome: granted", "examples-person", null)]
    [InlineData("examples/population-down.yaml", "人口: down", "人口: broken", "schema-enum", "人口: broken")]
    [InlineData("examples/population-down.yaml", "人口: down", "社保: down", "reference", "社保: down")]
    [InlineData("examples/adult.yaml", "住址: 示例路", "籍贯: 示例路", "reference", "籍贯")]
    [InlineData("examples/adult.yaml", "状态: 正常", "状态: 7", "parameter-type", "状态: 7")]
    [InlineData("examples/adult.yaml", "类别: 成年", "档次: 成年", "reference", "result:")]
    public async Task Spoiled_package_shows_the_error_and_its_line(string file, string old, string @new, string code, string? mark)
    {
        var files = SamplePackage.Changed(await SamplePackage.FilesAsync(), file, old, @new);

        var loaded = await SamplePackage.LoadAsync(files);

        var found = loaded.Findings.Where(f => f.Text.Code == code).ToList();
        Assert.True(found.Count > 0, $"{code} is not among:\n{string.Join('\n', loaded.Findings)}");
        Assert.Null(loaded.Package);
        Assert.All(found, f => Assert.True(f.Text.Zh.Length > 0 && f.Text.En.Length > 0 && f.Spot is { Line: > 0, Column: > 0 }));
        if (mark is not null)
            Assert.Contains(found, f => f.Spot.File == $"sample/{file}" && Line(files, file, f.Spot.Line).Contains(mark, StringComparison.Ordinal));
    }

    private const string Rule = "<rule id=\"again\"><inputEntry><text>{0}</text></inputEntry><inputEntry><text>{1}</text></inputEntry><outputEntry><text>\"准予\"</text></outputEntry><outputEntry><text>\"成年\"</text></outputEntry></rule></decisionTable>";
    private const string Ages = "<decision id=\"d-档次\" name=\"档次\"><variable name=\"档次\"/><informationRequirement><requiredInput href=\"#in-申请人\"/></informationRequirement><decisionTable{0}><input><inputExpression><text>申请人.年龄</text></inputExpression></input><output{1}/><rule><inputEntry><text>{2}</text></inputEntry><outputEntry><text>1</text></outputEntry></rule><rule><inputEntry><text>{3}</text></inputEntry><outputEntry><text>{4}</text></outputEntry></rule></decisionTable></decision></definitions>";

    /// <summary>Each row adds to the rules what their author hardly means.</summary>
    [Theory]
    [InlineData("</decisionTable>", Rule, new[] { "-", "\"正常\"" }, "dmn-overlapping-rules", FindingSeverity.Error, "again")]
    [InlineData("</decisionTable>", Rule, new[] { "&gt;= 参数.最低年龄", "\"正常\", \"迁出\"" }, "dmn-overlapping-rules", FindingSeverity.Error, "again")]
    [InlineData("</decisionTable>", Rule, new[] { "[30..20]", "\"迁出\"" }, "feel-turned-range", FindingSeverity.Error, "[30..20]")]
    [InlineData("</decisionTable>", Rule, new[] { "&gt; \"六十\"", "\"迁出\"" }, "feel-not-comparable", FindingSeverity.Error, "六十")]
    [InlineData("</decisionTable>", Rule, new[] { "&gt; 5 +", "\"迁出\"" }, "feel-unexpected-end", FindingSeverity.Error, "again")]
    [InlineData("</definitions>", Ages, new[] { "", "", "&lt; 60", "&gt; 60", "2" }, "dmn-gap", FindingSeverity.Error, "d-档次")]
    [InlineData("</definitions>", Ages, new[] { " hitPolicy=\"ANY\"", "", "&lt; 60", "&lt; 70", "2" }, "dmn-contradicting-rules", FindingSeverity.Error, "d-档次")]
    [InlineData("</definitions>", Ages, new[] { " hitPolicy=\"FIRST\"", "", "-", "&lt; 50", "2" }, "dmn-unreachable-rule", FindingSeverity.Warning, "d-档次")]
    [InlineData("</definitions>", Ages, new[] { "", " typeRef=\"number\"", "&lt; 60", "&gt;= 60", "\"二\"" }, "dmn-wrong-result", FindingSeverity.Error, "d-档次")]
    [InlineData("</definitions>", "<inputData id=\"in-今天\" name=\"今天\"><variable name=\"今天\" typeRef=\"date\"/></inputData></definitions>", new string[0], "dmn-unused-input", FindingSeverity.Warning, "in-今天")]
    [InlineData("<informationRequirement id=\"r-决定-申请人\">", "<informationRequirement id=\"x\"><requiredInput href=\"#in-谁\"/></informationRequirement><informationRequirement id=\"r-决定-申请人\">", new string[0], "dmn-unresolved-reference", FindingSeverity.Error, "in-谁")]
    public async Task Rules_that_are_hardly_meant_are_shown_with_their_line(string old, string form, string[] parts, string code, FindingSeverity severity, string mark)
    {
        var @new = parts.Select((part, i) => (part, i)).Aggregate(form, (text, p) => text.Replace($"{{{p.i}}}", p.part, StringComparison.Ordinal));
        var files = SamplePackage.Changed(await SamplePackage.FilesAsync(), "rules.dmn", old, @new);

        var loaded = await SamplePackage.LoadAsync(files);

        var found = loaded.Findings.FirstOrDefault(f => f.Text.Code == code);
        Assert.True(found is not null, $"{code} is not among:\n{string.Join('\n', loaded.Findings)}");
        Assert.Equal(severity, found.Text.Severity);
        Assert.Equal("sample/rules.dmn", found.Spot.File);
        Assert.Contains(mark, Line(files, "rules.dmn", found.Spot.Line), StringComparison.Ordinal);
        Assert.Equal(severity == FindingSeverity.Error, loaded.Package is null);
    }

    [Fact]
    public async Task What_a_granting_table_leaves_open_goes_to_a_person_and_is_only_told()
    {
        var loaded = await SamplePackage.LoadAsync(await SamplePackage.FilesAsync());

        var gap = Assert.Single(loaded.Findings, f => f.Text.Code == "rules-gap");
        Assert.Equal(FindingSeverity.Information, gap.Text.Severity);
        Assert.Contains("人口.状态: not(\"正常\")", gap.Text.Zh, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("service.yaml")]
    [InlineData("form.yaml")]
    [InlineData("result.yaml")]
    [InlineData("rules.dmn")]
    [InlineData("guide.zh.md")]
    [InlineData("guide.en.md")]
    public async Task Missing_file_is_named(string file)
    {
        var loaded = await SamplePackage.LoadAsync(SamplePackage.Without(await SamplePackage.FilesAsync(), file));

        Assert.Contains(loaded.Findings, f => f.Text.Code == "file-missing" && f.Text.En.Contains(file, StringComparison.Ordinal));
        Assert.Null(loaded.Package);
    }

    [Fact]
    public async Task Material_that_a_registry_knows_may_not_be_demanded()
    {
        const string asked = """
            materials:
              - id: identity
                name: { zh: "身份证", en: "Identity card" }
                issuer: { zh: "公安机关", en: "Public security" }
                source: applicant
                registry: 人口
                trust: c
                compulsory: true
                formats: [jpg]
                howToObtain: { zh: "拍照", en: "Take a picture" }
                use: { zh: "核对身份", en: "Identity" }
            """;
        var files = await SamplePackage.FilesAsync();

        var demanded = await SamplePackage.LoadAsync(SamplePackage.Changed(files, "service.yaml", "materials: []", asked));
        var onlyWithoutRecord = await SamplePackage.LoadAsync(SamplePackage.Changed(files, "service.yaml", "materials: []", asked + "\n    when: not(人口.查到 = true)"));

        Assert.Contains(demanded.Findings, f => f.Text.Code == "burden-material");
        Assert.DoesNotContain(onlyWithoutRecord.Findings, f => f.Text.Code == "burden-material");
    }

    [Fact]
    public async Task Package_without_examples_or_with_a_huge_file_is_refused()
    {
        var files = await SamplePackage.FilesAsync();
        var none = files with { Files = files.Files.Where(f => !f.Key.StartsWith("examples/", StringComparison.Ordinal)).ToDictionary() };
        var huge = files with { Files = new Dictionary<string, byte[]>(files.Files) { ["guide.en.md"] = new byte[600 * 1024] } };

        Assert.Contains((await SamplePackage.LoadAsync(none)).Findings, f => f.Text.Code == "examples-none");
        Assert.Contains((await SamplePackage.LoadAsync(huge)).Findings, f => f.Text.Code == "file-too-big");
    }

    [Fact]
    public async Task Decision_that_is_no_table_is_refused()
    {
        var files = await SamplePackage.FilesAsync();
        var text = files.Text("rules.dmn")!;
        var table = text[text.IndexOf("<decisionTable", StringComparison.Ordinal)..(text.IndexOf("</decisionTable>", StringComparison.Ordinal) + 16)];

        var loaded = await SamplePackage.LoadAsync(SamplePackage.Changed(files, "rules.dmn", table, "<literalExpression><text>\"准予\"</text></literalExpression>"));

        Assert.Contains(loaded.Findings, f => f.Text.Code == "rules-not-table" && f.Spot.Line > 1);
    }

    [Fact]
    public async Task All_errors_are_reported_and_not_only_the_first()
    {
        var files = await SamplePackage.FilesAsync();
        files = SamplePackage.Changed(files, "service.yaml", "promised: { days: 5 }", "promised: { days: 30 }");
        files = SamplePackage.Changed(files, "form.yaml", "required: false", "required: 1 +");
        files = SamplePackage.Changed(files, "result.yaml", "申请人.姓名", "申请人.名字");

        var loaded = await SamplePackage.LoadAsync(files);

        Assert.Equal(["feel-no-entry", "feel-unexpected-end", "limit-promised"], loaded.Findings.Where(f => f.IsError).Select(f => f.Text.Code).Distinct().Order());
    }

    [Fact]
    public async Task Feel_problem_in_a_block_text_is_shown_on_its_own_line()
    {
        var files = SamplePackage.Changed(await SamplePackage.FilesAsync(), "result.yaml",
            "validUntil: 今天 + duration(\"P1Y\")", "validUntil: |\n  今天 +\n    谁都不知道");

        var loaded = await SamplePackage.LoadAsync(files);

        var finding = Assert.Single(loaded.Findings, f => f.Text.Code == "feel-unknown-name");
        Assert.Contains("谁都不知道", Line(files, "result.yaml", finding.Spot.Line), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Same_files_have_the_same_version_and_a_changed_byte_another()
    {
        var files = await SamplePackage.FilesAsync();

        Assert.Equal(files.Version(), (files with { Folder = "elsewhere" }).Version());
        Assert.NotEqual(files.Version(), SamplePackage.Changed(files, "guide.en.md", "sentence", "Sentence").Version());
    }

    [Fact]
    public async Task Bytes_that_are_no_text_give_findings_and_no_exception()
    {
        var files = await SamplePackage.FilesAsync();
        foreach (var file in (string[])["service.yaml", "form.yaml", "result.yaml", "rules.dmn", "examples/adult.yaml"])
        {
            var broken = files with { Files = new Dictionary<string, byte[]>(files.Files) { [file] = [0xff, 0xfe, 0, 1, 2, 3, (byte)'{', (byte)'['] } };
            Assert.Contains((await SamplePackage.LoadAsync(broken)).Findings, f => f.IsError);
        }
    }

    private const string Signs = "{[\"':-&*|>\t\n#!%<\0字";

    [Fact]
    public async Task Randomly_damaged_package_never_throws()
    {
        var files = await SamplePackage.FilesAsync();
        var names = files.Files.Keys.Order().ToArray();
        Gen.Select(Gen.Int[0, names.Length - 1], Gen.Int[0, 8000], Gen.Int[0, Signs.Length - 1], Gen.Int[0, 40])
            .Sample((file, at, sign, cut) =>
            {
                var text = files.Text(names[file])!;
                at %= text.Length;
                var damaged = text[..at] + Signs[sign] + text[Math.Min(text.Length, at + cut)..];
                var loaded = SamplePackage.LoadAsync(files with
                {
                    Files = new Dictionary<string, byte[]>(files.Files) { [names[file]] = Encoding.UTF8.GetBytes(damaged) },
                }).GetAwaiter().GetResult();
                return (loaded.Package is null) == loaded.Findings.Any(f => f.IsError);
            }, iter: 600);
    }

    private static string Line(PackageFiles files, string file, int line) => files.Text(file)!.Split('\n')[line - 1];
}
