using System.Xml.Linq;

namespace Tongban.Flows.Reading;

/// <summary>Reads processes and subprocesses: nodes and ways; whatever it does not know is named and refused.</summary>
internal sealed class FlowReader(NodeReader reader, List<Problem> problems)
{
    private readonly List<FlowNode> nodes = [];
    private readonly List<SequenceFlow> ways = [];

    public static Flow? Read(XDocument file, Func<string, (string Zh, string En)?> checkExpression, List<Problem> problems)
    {
        var root = file.Root!;
        if (root.Name != Bpmn.Model + "definitions")
        {
            problems.Add(Messages.NoDefinitions());
            return null;
        }
        foreach (var other in Bpmn.Parts(root).Where(e => e.Name.LocalName is not ("process" or "message")))
            problems.Add(Messages.Element(other.Name.LocalName, Bpmn.Text(other, "id"), Bpmn.LineOf(other)));
        var processes = root.Elements(Bpmn.Model + "process").ToList();
        if (processes.Count != 1)
        {
            problems.Add(Messages.ProcessCount(processes.Count));
            return null;
        }
        var messages = root.Elements(Bpmn.Model + "message").Where(m => Bpmn.Text(m, "id") is not null)
            .ToLookup(m => Bpmn.Text(m, "id")!, m => Bpmn.Text(m, "name") ?? Bpmn.Text(m, "id")!);
        var expressions = new Expressions(checkExpression, problems);
        var flow = new FlowReader(new NodeReader(messages, expressions, problems), problems);
        return flow.Read(processes[0], file, expressions);
    }

    private Flow? Read(XElement process, XDocument file, Expressions expressions)
    {
        if (Bpmn.Text(process, "id") is not { Length: > 0 } id)
        {
            problems.Add(Messages.NoId("process", Bpmn.LineOf(process)));
            return null;
        }
        ReadInside(process, id, expressions);
        if (nodes.Select(n => n.Id).Concat(ways.Select(w => w.Id)).Append(id).GroupBy(i => i).FirstOrDefault(g => g.Count() > 1) is { } twice)
            problems.Add(Messages.TwiceId(twice.Key, 0));
        return problems.Count > 0 ? null : new Flow(id, Bpmn.Text(process, "name") ?? id, nodes, ways, file);
    }

    private void ReadInside(XElement container, string id, Expressions expressions)
    {
        foreach (var element in Bpmn.Parts(container))
        {
            var line = Bpmn.LineOf(element);
            if (element.Name.LocalName == "multiInstanceLoopCharacteristics") continue;
            if (Bpmn.Text(element, "id") is not { Length: > 0 } own) problems.Add(Messages.NoId(element.Name.LocalName, line));
            else if (element.Name.LocalName == "sequenceFlow") ReadWay(element, own, line, expressions);
            else if (reader.Read(element, own, id) is { } node)
            {
                nodes.Add(node);
                if (node.Kind == NodeKind.SubProcess) ReadInside(element, own, expressions);
            }
        }
    }

    private void ReadWay(XElement element, string id, int line, Expressions expressions)
    {
        if (Bpmn.Text(element, "sourceRef") is not { } from) problems.Add(Messages.Missing(id, "sourceRef", line));
        else if (Bpmn.Text(element, "targetRef") is not { } to) problems.Add(Messages.Missing(id, "targetRef", line));
        else ways.Add(new SequenceFlow(id, Bpmn.Text(element, "name"), from, to, expressions.Read(element, "conditionExpression", id), line));
        foreach (var other in Bpmn.Parts(element).Where(e => e.Name.LocalName != "conditionExpression"))
            problems.Add(Messages.Element(other.Name.LocalName, id, Bpmn.LineOf(other)));
    }
}
