using System.Globalization;
using System.Text;

namespace Tongban.Flows.Tests.Support;

/// <summary>Writes BPMN from a few words a line: <c>user a</c>, <c>xor g default=w2</c>, <c>s > a > e</c>, <c>g > b : amount</c>.
/// A line <c>sub x {</c> opens a subprocess, <c>}</c> closes it. Ways are called w1, w2… in their order.</summary>
internal static class Sketch
{
    private static readonly Dictionary<string, string> Elements = new()
    {
        ["start"] = "startEvent", ["end"] = "endEvent", ["terminate"] = "endEvent", ["user"] = "userTask", ["service"] = "serviceTask", ["rules"] = "businessRuleTask",
        ["call"] = "callActivity", ["sub"] = "subProcess", ["xor"] = "exclusiveGateway", ["and"] = "parallelGateway", ["or"] = "inclusiveGateway",
        ["timer"] = "intermediateCatchEvent", ["message"] = "intermediateCatchEvent", ["ontimer"] = "boundaryEvent", ["onmessage"] = "boundaryEvent",
    };

    public static string Bpmn(string sketch)
    {
        var xml = new StringBuilder("""<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:t="urn:tongban:flow" targetNamespace="urn:test"><message id="m" name="reply"/><process id="p" name="sketch">""");
        var ways = 0;
        foreach (var line in sketch.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            if (line == "}") xml.Append("</subProcess>");
            else if (line.Contains('>')) Ways(xml, line, ref ways);
            else Node(xml, line);
        return xml.Append("</process></definitions>").ToString();
    }

    public static Result<Flow> Read(string sketch) => Flow.Read(Bpmn(sketch));

    public static Flow Sound(string sketch)
    {
        var read = Read(sketch);
        Assert.Empty(read.Problems);
        return read.Value!;
    }

    private static void Ways(StringBuilder xml, string line, ref int ways)
    {
        var (path, condition) = line.Split(" : ") is [var left, var right] ? (left, right) : (line, null);
        var nodes = path.Split('>', StringSplitOptions.TrimEntries);
        foreach (var (from, to) in nodes.Zip(nodes.Skip(1)))
            xml.Append(CultureInfo.InvariantCulture, $"""<sequenceFlow id="w{++ways}" sourceRef="{from}" targetRef="{to}">{(condition is null ? "" : $"<conditionExpression>{condition}</conditionExpression>")}</sequenceFlow>""");
    }

    private static void Node(StringBuilder xml, string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (kind, id) = (words[0], words[1]);
        var options = words[2..].Where(w => w.Contains('=')).ToDictionary(w => w[..w.IndexOf('=')], w => w[(w.IndexOf('=') + 1)..]);
        xml.Append(CultureInfo.InvariantCulture, $"<{Elements[kind]} id=\"{id}\"");
        foreach (var (name, value) in options)
            if (name is "default") xml.Append(CultureInfo.InvariantCulture, $" default=\"{value}\"");
            else if (name is "on") xml.Append(CultureInfo.InvariantCulture, $" attachedToRef=\"{value}\"");
            else if (name is "goeson") xml.Append(" cancelActivity=\"false\"");
            else if (name is not ("times" or "until" or "sequential")) xml.Append(CultureInfo.InvariantCulture, $" t:{name}=\"{value}\"");
        if (kind == "service") xml.Append(" t:service=\"seal\"");
        if (kind == "rules") xml.Append(" t:decision=\"check\"");
        if (kind == "call") xml.Append(" calledElement=\"other\"");
        xml.Append('>');
        xml.Append(kind switch
        {
            "terminate" => "<terminateEventDefinition/>",
            "timer" or "ontimer" => "<timerEventDefinition><timeDuration>P5D</timeDuration></timerEventDefinition>",
            "message" or "onmessage" => "<messageEventDefinition messageRef=\"m\"/>",
            _ => "",
        });
        if (options.TryGetValue("times", out var times))
            xml.Append(CultureInfo.InvariantCulture, $"<multiInstanceLoopCharacteristics isSequential=\"{(options.ContainsKey("sequential") ? "true" : "false")}\"><loopCardinality>{times}</loopCardinality>{(options.TryGetValue("until", out var until) ? $"<completionCondition>{until}</completionCondition>" : "")}</multiInstanceLoopCharacteristics>");
        if (!line.EndsWith('{')) xml.Append(CultureInfo.InvariantCulture, $"</{Elements[kind]}>");
    }
}
