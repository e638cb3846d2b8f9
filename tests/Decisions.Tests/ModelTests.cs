namespace Tongban.Decisions.Tests;

/// <summary>Models beyond tables: boxed expressions, functions, services, imports, types, and models that must be refused.</summary>
public class ModelTests
{
    private static string Xml(string body, string name = "m", string ns = "https://tongban.example/tests/m", string rest = "") =>
        $"<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" name=\"{name}\" namespace=\"{ns}\" id=\"x\" {rest}>{body}</definitions>";

    private static string Text(string expression) => $"<literalExpression><text>{System.Security.SecurityElement.Escape(expression)}</text></literalExpression>";

    private static string Decision(string boxed, string type = "", string requirements = "") =>
        $"<decision id=\"d\" name=\"结果\"><variable name=\"结果\" {(type.Length > 0 ? $"typeRef=\"{type}\"" : "")}/>{requirements}{boxed}</decision>";

    private static string Value(string xml, FeelContext? inputs = null) => DmnModel.Load(Xml(xml)).Value!.Decision("结果")!.Evaluate(inputs ?? []).Value.ToString();

    public static TheoryData<string, string> Boxed => new()
    {
        { $"<for iteratorVariable=\"i\"><in>{Text("1..3")}</in><return>{Text("i * 2 + count(partial)")}</return></for>", "[2, 5, 8]" },
        { $"<every iteratorVariable=\"i\"><in>{Text("[1, 2]")}</in><satisfies>{Text("i > 0")}</satisfies></every>", "true" },
        { $"<some iteratorVariable=\"i\"><in>{Text("[1, 2]")}</in><satisfies>{Text("i > 2")}</satisfies></some>", "false" },
        { $"<filter><in>{Text("[{a: 1}, {a: 5}]")}</in><match>{Text("a > 2")}</match></filter>", "[{a: 5}]" },
        { $"<filter><in>{Text("[4, 5, 6]")}</in><match>{Text("2")}</match></filter>", "5" },
        { $"<conditional><if>{Text("1 > 2")}</if><then>{Text("\"是\"")}</then><else>{Text("\"否\"")}</else></conditional>", "\"否\"" },
        { $"<list>{Text("1")}{Text("\"二\"")}<list>{Text("3")}</list></list>", "[1, \"二\", [3]]" },
        { $"<relation><column name=\"姓 名\"/><column name=\"年龄\"/><row>{Text("\"甲\"")}{Text("30")}</row><row>{Text("\"乙\"")}{Text("20")}</row></relation>", "[{\"姓 名\": \"甲\", 年龄: 30}, {\"姓 名\": \"乙\", 年龄: 20}]" },
        { $"<context><contextEntry><variable name=\"基 数\"/>{Text("5")}</contextEntry><contextEntry><variable name=\"倍\"/><functionDefinition><formalParameter name=\"x\" typeRef=\"number\"/>{Text("x * 基 数")}</functionDefinition></contextEntry><contextEntry>{Text("倍(3)")}</contextEntry></context>", "15" },
        { $"<invocation>{Text("substring before")}<binding><parameter name=\"match\"/>{Text("\"-\"")}</binding><binding><parameter name=\"string\"/>{Text("\"ab-c\"")}</binding></invocation>", "\"ab\"" },
    };

    [Theory]
    [MemberData(nameof(Boxed))]
    public void BoxedExpression_Evaluates(string boxed, string expected) => Assert.Equal(expected, Value(Decision(boxed)));

    [Fact]
    public void KnowledgeModel_MayCallItself() => Assert.Equal("120", Value($"""
        <businessKnowledgeModel id="f" name="阶 乘"><variable name="阶 乘"/><encapsulatedLogic><formalParameter name="n" typeRef="number"/>{Text("if n <= 1 then 1 else n * 阶 乘(n - 1)")}</encapsulatedLogic>
        <knowledgeRequirement><requiredKnowledge href="#f"/></knowledgeRequirement></businessKnowledgeModel>
        {Decision(Text("阶 乘(5)"), requirements: "<knowledgeRequirement><requiredKnowledge href=\"#f\"/></knowledgeRequirement>")}
        """));

    [Fact]
    public void Service_CalledAsFunctionAndAlone()
    {
        var model = DmnModel.Load(Xml($"""
            <inputData id="a" name="甲"><variable name="甲" typeRef="number"/></inputData>
            <decision id="b" name="乙"><variable name="乙"/><informationRequirement><requiredInput href="#a"/></informationRequirement>{Text("甲 + 1")}</decision>
            <decision id="c" name="丙"><variable name="丙"/><informationRequirement><requiredDecision href="#b"/></informationRequirement>{Text("乙 * 10")}</decision>
            <decisionService id="s" name="服务"><variable name="服务"/><outputDecision href="#c"/><encapsulatedDecision href="#b"/><inputData href="#a"/></decisionService>
            {Decision(Text("服务(4)"), requirements: "<knowledgeRequirement><requiredKnowledge href=\"#s\"/></knowledgeRequirement>")}
            """)).Require();
        Assert.Equal(50, model.Decision("结果")!.Evaluate([]).Value);
        Assert.Equal(70, model.Service("服务")!.Evaluate(new() { ["甲"] = 6 }).Value);
    }

    [Fact]
    public void ImportedModel_UsedUnderItsName()
    {
        var common = DmnModel.Load(Xml($"""
            <itemDefinition name="年岁"><typeRef>number</typeRef><allowedValues><text>[0..150]</text></allowedValues></itemDefinition>
            <inputData id="a" name="年龄"><variable name="年龄" typeRef="年岁"/></inputData>
            <decision id="b" name="成年"><variable name="成年"/><informationRequirement><requiredInput href="#a"/></informationRequirement>{Text("年龄 >= 18")}</decision>
            <businessKnowledgeModel id="f" name="加 倍"><variable name="加 倍"/><encapsulatedLogic><formalParameter name="x" typeRef="number"/>{Text("x * 2")}</encapsulatedLogic></businessKnowledgeModel>
            """, "common", "https://tongban.example/common")).Require();
        var model = DmnModel.Load(Xml(
            "<import name=\"公共\" namespace=\"https://tongban.example/common\" importType=\"https://www.omg.org/spec/DMN/20230324/MODEL/\"/>" + Decision(
                Text("if 公共.成年 then 公共.加 倍(公共.年龄) else 0"),
                "公共.年岁",
                string.Concat(new[] { "Input href=\"https://tongban.example/common#a\"", "Decision href=\"https://tongban.example/common#b\"" }.Select(r => $"<informationRequirement><required{r}/></informationRequirement>"))
                + "<knowledgeRequirement><requiredKnowledge href=\"https://tongban.example/common#f\"/></knowledgeRequirement>")), common).Require();
        Assert.Equal(60, model.Decision("结果")!.Evaluate(new() { ["年龄"] = 30 }).Value);
        Assert.Contains(model.Decision("结果")!.Evaluate(new() { ["年龄"] = 80 }).Diagnostics, d => d.Code == "dmn-not-allowed");
    }

    [Theory]
    [InlineData("tags", "[\"a\", \"b\"]", "[\"a\", \"b\"]")]
    [InlineData("tags", "\"a\"", "[\"a\"]")]
    [InlineData("tags", "[\"a\", \"x\"]", "null")]
    [InlineData("few", "[1, 2]", "[1, 2]")]
    [InlineData("few", "[1, 2, 3]", "null")]
    [InlineData("person", "{name: \"甲\", age: 30}", "{name: \"甲\", age: 30}")]
    [InlineData("person", "{name: \"甲\", age: 300}", "null")]
    [InlineData("person", "{name: \"甲\"}", "null")]
    [InlineData("number", "[5]", "5")]
    [InlineData("date and time", "@\"2025-01-01\"", "@\"2025-01-01T00:00:00Z\"")]
    [InlineData("string", "5", "null")]
    public void Result_CheckedAgainstItsType(string type, string expression, string expected) => Assert.Equal(expected, Value($"""
        <itemDefinition name="tags" isCollection="true"><typeRef>string</typeRef><allowedValues><text>"a", "b"</text></allowedValues></itemDefinition>
        <itemDefinition name="few" isCollection="true"><typeRef>number</typeRef><typeConstraint><text>count(?) &lt;= 2</text></typeConstraint></itemDefinition>
        <itemDefinition name="person"><itemComponent name="name"><typeRef>string</typeRef></itemComponent><itemComponent name="age"><typeRef>number</typeRef><allowedValues><text>[0..150]</text></allowedValues></itemComponent></itemDefinition>
        """ + Decision(Text(expression), type)));

    [Theory]
    [InlineData("<decision id=\"a\" name=\"a\"><variable name=\"a\"/><informationRequirement><requiredDecision href=\"#a\"/></informationRequirement></decision>", "dmn-cycle")]
    [InlineData("<decision id=\"a\" name=\"a\"><variable name=\"a\"/><informationRequirement><requiredDecision href=\"#b\"/></informationRequirement></decision>", "dmn-unresolved-reference")]
    [InlineData("<inputData id=\"a\" name=\"a\"/><inputData id=\"b\" name=\"a\"/>", "dmn-duplicate-name")]
    [InlineData("<inputData id=\"a\" name=\"a\"><variable name=\"a\" typeRef=\"tNone\"/></inputData>", "feel-unknown-type")]
    [InlineData("<import name=\"i\" namespace=\"urn:none\" importType=\"https://www.omg.org/spec/DMN/20230324/MODEL/\"/>", "dmn-import-missing")]
    [InlineData("<decision id=\"a\" name=\"a\"><variable name=\"a\"/><decisionTable hitPolicy=\"BEST\"/></decision>", "dmn-unknown-hit-policy")]
    [InlineData("<decision id=\"a\" name=\"a\"><variable name=\"a\"/><decisionTable><output/><rule/></decisionTable></decision>", "dmn-cell-count")]
    [InlineData("<businessKnowledgeModel id=\"a\" name=\"a\"><variable name=\"a\"/><encapsulatedLogic kind=\"Java\"/></businessKnowledgeModel>", "feel-no-external")]
    [InlineData("<decision id=\"a\" name=\"a\"><variable name=\"a\"/><literalExpression><text>b + 1</text></literalExpression></decision>", "feel-unknown-name")]
    [InlineData("<decision id=\"a\" name=\"a\"><variable name=\"a\" typeRef=\"number\"/><literalExpression><text>\"x\"</text></literalExpression></decision>", "dmn-wrong-result")]
    public void WrongModel_Reported(string body, string code)
    {
        var loaded = DmnModel.Load(Xml(body));
        Assert.False(loaded.Ok);
        Assert.Contains(loaded.Problems, p => p.Code == code && p.Line > 0);
    }

    [Theory]
    [InlineData("", "dmn-bad-xml")]
    [InlineData("<definitions", "dmn-bad-xml")]
    [InlineData("<html/>", "dmn-not-a-model")]
    [InlineData("<!DOCTYPE definitions [<!ENTITY a \"aaaa\">]><definitions>&a;</definitions>", "dmn-bad-xml")]
    public void NoModel_Refused(string xml, string code)
    {
        var loaded = DmnModel.Load(xml);
        Assert.Null(loaded.Value);
        Assert.Equal(code, Assert.Single(loaded.Problems).Code);
    }

    [Fact]
    public void TooDeepOrTooLarge_Refused()
    {
        Assert.Equal("dmn-too-large", Assert.Single(DmnModel.Load(Xml(string.Concat(Enumerable.Repeat("<a>", 200)) + string.Concat(Enumerable.Repeat("</a>", 200)))).Problems).Code);
        Assert.Equal("dmn-too-large", Assert.Single(DmnModel.Load(Xml(new string(' ', 17 * 1024 * 1024))).Problems).Code);
    }

    [Fact]
    public void LongChainOfDecisions_Evaluated()
    {
        var chain = string.Concat(Enumerable.Range(1, 500).Select(i => $"<decision id=\"d{i}\" name=\"d{i}\"><variable name=\"d{i}\"/><informationRequirement><requiredDecision href=\"#d{i - 1}\"/></informationRequirement>{Text($"d{i - 1} + 1")}</decision>"));
        var model = DmnModel.Load(Xml($"<decision id=\"d0\" name=\"d0\"><variable name=\"d0\"/>{Text("0")}</decision>{chain}")).Require();
        Assert.Equal(500, model.Decision("d500")!.Evaluate([]).Value);
    }

    [Fact]
    public void OneModel_SharedByManyThreads_GivesTheSame()
    {
        var decision = Tables.Decision("U | 数: number || 结果: number\n< 500 || 数 * 2\n>= 500 || sum(for i in 1..3 return i * 数)");
        Parallel.For(0, 20_000, i =>
        {
            var n = i % 1000;
            Assert.Equal(n < 500 ? n * 2 : n * 6, decision.Evaluate(new() { ["数"] = n }).Value);
        });
    }
}
