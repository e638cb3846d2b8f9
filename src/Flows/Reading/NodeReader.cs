using System.Globalization;
using System.Xml.Linq;

namespace Tongban.Flows.Reading;

/// <summary>Reads one node with what belongs to its kind.</summary>
internal sealed class NodeReader(ILookup<string, string> messages, Expressions expressions, List<Problem> problems)
{
    public FlowNode? Read(XElement element, string id, string container)
    {
        if (KindOf(element, id) is not { } kind) return null;
        var node = new FlowNode
        {
            Id = id,
            Name = Bpmn.Text(element, "name") is { Length: > 0 } name ? name : id,
            Kind = kind,
            Container = container,
            Line = Bpmn.LineOf(element),
            Default = Bpmn.Text(element, "default"),
            Owner = kind == NodeKind.UserTask ? Owner(element, id) : null,
            Uses = Uses(element, kind),
            Timer = kind is NodeKind.TimerCatch or NodeKind.TimerBoundary ? Timer(element, id) : null,
            Message = kind is NodeKind.MessageCatch or NodeKind.MessageBoundary ? Message(element, id) : null,
            AttachedTo = Bpmn.Text(element, "attachedToRef"),
            Interrupts = Bpmn.Text(element, "cancelActivity") != "false",
        };
        node = node with { Multi = node.IsActivity ? Multi(element, id) : null };
        RefuseOtherParts(element, node);
        return node;
    }

    private NodeKind? KindOf(XElement element, string id)
    {
        var name = element.Name.LocalName;
        var triggers = Bpmn.Parts(element).Where(e => e.Name.LocalName.EndsWith("EventDefinition", StringComparison.Ordinal)).Select(e => e.Name.LocalName).ToList();
        NodeKind? kind = (name, triggers) switch
        {
            ("startEvent", []) => NodeKind.Start,
            ("endEvent", []) => NodeKind.End,
            ("endEvent", ["terminateEventDefinition"]) => NodeKind.Terminate,
            ("userTask", []) => NodeKind.UserTask,
            ("serviceTask", []) => NodeKind.ServiceTask,
            ("businessRuleTask", []) => NodeKind.BusinessRuleTask,
            ("callActivity", []) => NodeKind.CallActivity,
            ("subProcess", []) when Bpmn.Text(element, "triggeredByEvent") != "true" => NodeKind.SubProcess,
            ("exclusiveGateway", []) => NodeKind.Exclusive,
            ("parallelGateway", []) => NodeKind.Parallel,
            ("inclusiveGateway", []) => NodeKind.Inclusive,
            ("intermediateCatchEvent", ["timerEventDefinition"]) => NodeKind.TimerCatch,
            ("intermediateCatchEvent", ["messageEventDefinition"]) => NodeKind.MessageCatch,
            ("boundaryEvent", ["timerEventDefinition"]) => NodeKind.TimerBoundary,
            ("boundaryEvent", ["messageEventDefinition"]) => NodeKind.MessageBoundary,
            _ => null,
        };
        if (kind is not null) return kind;
        problems.Add(triggers.Count > 0 && name.EndsWith("Event", StringComparison.Ordinal)
            ? Messages.EventKind(id, string.Join(" + ", triggers), Bpmn.LineOf(element))
            : Messages.Element(name, id, Bpmn.LineOf(element)));
        return null;
    }

    private TaskOwner Owner(XElement element, string id)
    {
        int? days = null;
        if (Bpmn.Text(element, Bpmn.Own + "days") is { } text)
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var given) && given is > 0 and <= 1000) days = given;
            else problems.Add(Messages.Attribute(id, "days", text, Bpmn.LineOf(element)));
        return new(Bpmn.Text(element, Bpmn.Own + "role"), Bpmn.Text(element, Bpmn.Own + "authority"), Bpmn.Text(element, Bpmn.Own + "office"), days);
    }

    private string? Uses(XElement element, NodeKind kind)
    {
        var attribute = kind switch
        {
            NodeKind.ServiceTask => Bpmn.Own + "service",
            NodeKind.BusinessRuleTask => Bpmn.Own + "decision",
            NodeKind.CallActivity => (XName)"calledElement",
            _ => null,
        };
        if (attribute is null) return null;
        if (Bpmn.Text(element, attribute) is { Length: > 0 } used) return used;
        problems.Add(Messages.Missing(Bpmn.Text(element, "id")!, attribute.LocalName, Bpmn.LineOf(element)));
        return null;
    }

    private FlowTimer? Timer(XElement element, string id)
    {
        var definition = element.Element(Bpmn.Model + "timerEventDefinition")!;
        foreach (var (name, kind) in new[] { ("timeDuration", TimerKind.Duration), ("timeDate", TimerKind.Date) })
            if (expressions.Read(definition, name, id) is { } text) return new(kind, text);
        problems.Add(definition.Element(Bpmn.Model + "timeCycle") is { } cycle
            ? Messages.EventKind(id, "timeCycle", Bpmn.LineOf(cycle))
            : Messages.Missing(id, "timeDuration / timeDate", Bpmn.LineOf(element)));
        return null;
    }

    private string? Message(XElement element, string id)
    {
        var reference = Bpmn.Text(element.Element(Bpmn.Model + "messageEventDefinition")!, "messageRef");
        if (reference is not null && messages[reference].FirstOrDefault() is { } name) return name;
        problems.Add(reference is null ? Messages.Missing(id, "messageRef", Bpmn.LineOf(element)) : Messages.Reference(id, reference, Bpmn.LineOf(element)));
        return null;
    }

    private MultiInstance? Multi(XElement element, string id)
    {
        if (element.Element(Bpmn.Model + "multiInstanceLoopCharacteristics") is not { } multi) return null;
        foreach (var other in Bpmn.Parts(multi).Where(e => e.Name.LocalName is not ("loopCardinality" or "completionCondition")))
            problems.Add(Messages.Element(other.Name.LocalName, id, Bpmn.LineOf(other)));
        if (expressions.Read(multi, "loopCardinality", id) is { } count)
            return new(count, Bpmn.Text(multi, "isSequential") == "true", expressions.Read(multi, "completionCondition", id));
        problems.Add(Messages.Missing(id, "loopCardinality", Bpmn.LineOf(multi)));
        return null;
    }

    private void RefuseOtherParts(XElement element, FlowNode node)
    {
        if (node.Kind == NodeKind.SubProcess) return;
        foreach (var part in Bpmn.Parts(element))
            if (!part.Name.LocalName.EndsWith("EventDefinition", StringComparison.Ordinal)
                && !(node.IsActivity && part.Name.LocalName == "multiInstanceLoopCharacteristics"))
                problems.Add(Messages.Element(part.Name.LocalName, node.Id, Bpmn.LineOf(part)));
    }
}
