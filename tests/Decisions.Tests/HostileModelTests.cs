using System.Text;

namespace Tongban.Decisions.Tests;

/// <summary>Models made to exhaust the reader, the stack or the patience: refused or read, never a crash.</summary>
public class HostileModelTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static string Xml(string body) => $"<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" name=\"m\" namespace=\"https://tongban.example/tests/m\">{body}</definitions>";

    private static string Many(int count, Func<int, string> part) => Enumerable.Range(1, count).Aggregate(new StringBuilder(), (all, i) => all.Append(part(i))).ToString();

    private static string Link(int i, int to) => $"<decision id=\"d{i}\" name=\"d{i}\"><variable name=\"d{i}\"/><informationRequirement><requiredDecision href=\"#d{to}\"/></informationRequirement><literalExpression><text>d{to} + 1</text></literalExpression></decision>";

    public static TheoryData<string, string> Refused => new()
    {
        { "bomb of entities", "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>" + Xml("<decision name=\"&c;\"/>") },
        { "file as entity", "<!DOCTYPE d [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>" + Xml("<decision name=\"&a;\"/>") },
        { "entity from afar", "<!DOCTYPE d SYSTEM \"http://127.0.0.1:1/x.dtd\">" + Xml("") },
        { "undeclared entity", Xml("<decision name=\"&nothing;\"/>") },
        { "deep", Xml(Many(5000, _ => "<a>") + Many(5000, _ => "</a>")) },
        { "many", Xml(Many(600_000, _ => "<a/>")) },
        { "two roots", Xml("") + Xml("<decision name=\"a\"/>") + "<x" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Model_Refused(string what, string xml)
    {
        foreach (var loaded in new[] { DmnModel.Load(xml), DmnModel.Load(new MemoryStream(Encoding.UTF8.GetBytes(xml))) })
            Assert.True(what == "two roots" ? loaded.Value?.Decisions.Count is null or 0 : loaded.Value is null && loaded.Problems is [{ Code: "dmn-bad-xml" or "dmn-too-large" }], what);
    }

    public static TheoryData<string, string> Read => new()
    {
        { "chain of decisions, each after what it requires", Xml(Many(20_000, i => Link(i, i - 1))) },
        { "chain of decisions, each before what it requires", Xml(Many(20_000, i => Link(20_001 - i, 20_000 - i))) },
        { "ring of decisions", Xml(Many(5000, i => Link(i, i % 5000 + 1))) },
        { "types of types", Xml(Many(20_000, i => $"<itemDefinition name=\"t{i}\" isCollection=\"true\"><typeRef>t{i - 1}</typeRef></itemDefinition>")) },
        { "types of later types", Xml(Many(20_000, i => $"<itemDefinition name=\"t{i}\" isCollection=\"true\"><typeRef>t{i + 1}</typeRef></itemDefinition>")) },
        { "types that double", Xml("<itemDefinition name=\"t0\"><typeRef>number</typeRef></itemDefinition>" + Many(60, i => $"<itemDefinition name=\"t{i}\"><itemComponent name=\"a\"><typeRef>t{i - 1}</typeRef></itemComponent><itemComponent name=\"b\"><typeRef>t{i - 1}</typeRef></itemComponent></itemDefinition>")
            + "<decision id=\"d\" name=\"d\"><variable name=\"d\" typeRef=\"t60\"/><literalExpression><text>[1, 2, \"x\"]</text></literalExpression></decision>") },
        { "values that double", Xml($"<decision id=\"d\" name=\"d\"><variable name=\"d\"/><literalExpression><text>{{a0: [1], {string.Join(", ", Enumerable.Range(1, 80).Select(i => $"a{i}: {{l: a{i - 1}, r: a{i - 1}}}"))}, z: a80 + 1}}.z</text></literalExpression></decision>") },
        { "function calls that double", Xml($"<decision id=\"d\" name=\"d\"><variable name=\"d\"/><literalExpression><text>{{f0: function(x) x + 1, {string.Join(", ", Enumerable.Range(1, 60).Select(i => $"f{i}: function(x) f{i - 1}(f{i - 1}(x))"))}, z: f60(1)}}.z</text></literalExpression></decision>") },
        { "a pattern that never ends", Xml("<decision id=\"d\" name=\"d\"><variable name=\"d\"/><literalExpression><text>for i in 1..100000 return matches(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\" + string(i), \"^(a+)+$\")</text></literalExpression></decision>") },
        { "a long name", Xml($"<decision id=\"d\" name=\"{new string('n', 1_000_000)}\"><variable name=\"d\"/></decision>") },
        { "many words", Xml($"<decision id=\"d\" name=\"d\"><variable name=\"d\"/><literalExpression><text>{Many(200_000, _ => "a ")}</text></literalExpression></decision>") },
    };

    [Theory]
    [MemberData(nameof(Read))]
    public void Model_ReadAndEvaluatedInTime(string what, string xml)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        if (DmnModel.Load(xml).Value is { } model)
        {
            foreach (var decision in model.Decisions.TakeLast(3).Concat(model.Decisions.Take(3)).Distinct())
                _ = decision.Evaluate([], new() { Explain = true }).Value.ToString() + decision.RequiredInputs.Count + decision.Type;
            _ = model.Analyse().Count;
        }

        Assert.True(clock.Elapsed < Patience, $"{what}: {clock.Elapsed}");
    }
}
