using System.Security;

namespace Tongban.Decisions.Tests;

/// <summary>
/// Tables as an author would draw them: the hit policy and the columns in the first line, then one rule a line.
/// <code>U | 年龄: number | 学历: string in "本科","硕士" || 结论: string</code>
/// </summary>
public static class Tables
{
    public static Parsed<DmnModel> Load(string drawing) => DmnModel.Load(Xml(drawing));

    public static DmnDecision Decision(string drawing) => Load(drawing).Require().Decision("结果")!;

    public static string Xml(string drawing)
    {
        var lines = drawing.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var (left, right) = Halves(lines[0]);
        var policy = left[0];
        var inputs = left[1..].Select(Column).ToArray();
        var outputs = right.Select(Column).ToArray();
        var rules = lines[1..].Select((line, i) => Rule(line, i + 1));
        return $"""
            <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="测试" namespace="https://tongban.example/tests/tables" id="m">
            {string.Concat(inputs.Select((c, i) => $"<inputData id='i{i}' name='{c.Name}'><variable name='{c.Name}' typeRef='{c.Type}'/></inputData>"))}
            <decision id="d" name="结果"><variable name="结果"/>
            {string.Concat(inputs.Select((_, i) => $"<informationRequirement><requiredInput href='#i{i}'/></informationRequirement>"))}
            <decisionTable {Policy(policy)}>
            {string.Concat(inputs.Select(c => $"<input><inputExpression typeRef='{c.Type}'><text>{c.Name}</text></inputExpression>{Values("inputValues", c.Values)}</input>"))}
            {string.Concat(outputs.Select(c => $"<output name='{c.Name}' typeRef='{c.Type}'>{Values("outputValues", c.Values)}{Values("defaultOutputEntry", c.Default)}</output>"))}
            <annotation name="依据"/>
            {string.Concat(rules)}
            </decisionTable></decision></definitions>
            """;
    }

    private static (string[] Left, string[] Right) Halves(string line)
    {
        var halves = line.Split("||", StringSplitOptions.TrimEntries);
        return (halves[0].Split('|', StringSplitOptions.TrimEntries), halves[1].Split('|', StringSplitOptions.TrimEntries));
    }

    private static (string Name, string Type, string? Values, string? Default) Column(string text)
    {
        var (head, otherwise) = Cut(text, " else ");
        var (column, values) = Cut(head, " in ");
        var (name, type) = Cut(column, ":");
        return (name, type ?? "Any", values, otherwise);
    }

    private static (string Before, string? After) Cut(string text, string at) =>
        text.IndexOf(at, StringComparison.Ordinal) is >= 0 and var i ? (text[..i].Trim(), text[(i + at.Length)..].Trim()) : (text.Trim(), null);

    private static string Rule(string line, int number)
    {
        var (inputs, outputs) = Halves(line);
        return $"<rule id='r{number}'>{string.Concat(inputs.Select(c => Cell("inputEntry", c)))}{string.Concat(outputs.Select(c => Cell("outputEntry", c)))}{Cell("annotationEntry", $"第{number}条")}</rule>";
    }

    private static string Cell(string element, string text) => $"<{element}><text>{SecurityElement.Escape(text)}</text></{element}>";

    private static string Values(string element, string? text) => text is null ? "" : Cell(element, text);

    private static string Policy(string policy) => policy switch
    {
        "U" => "hitPolicy='UNIQUE'",
        "A" => "hitPolicy='ANY'",
        "P" => "hitPolicy='PRIORITY'",
        "F" => "hitPolicy='FIRST'",
        "R" => "hitPolicy='RULE ORDER'",
        "O" => "hitPolicy='OUTPUT ORDER'",
        "C+" => "hitPolicy='COLLECT' aggregation='SUM'",
        "C<" => "hitPolicy='COLLECT' aggregation='MIN'",
        "C>" => "hitPolicy='COLLECT' aggregation='MAX'",
        "C#" => "hitPolicy='COLLECT' aggregation='COUNT'",
        _ => "hitPolicy='COLLECT'",
    };
}
