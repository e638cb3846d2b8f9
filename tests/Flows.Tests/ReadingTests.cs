using System.Text;
using System.Xml.Linq;
using Tongban.Flows.Tests.Support;

namespace Tongban.Flows.Tests;

public class ReadingTests
{
    private const string Line = "start s\nuser a\nend e\ns > a > e";

    [Fact]
    public void UserTask_SaysWhoShallDoIt_AndWithinWhichLimit()
    {
        var node = Sketch.Sound("start s\nuser a role=check authority=11440300MB2C92345X office=permits days=5\nend e\ns > a > e").Find("a")!;
        Assert.Equal(new TaskOwner("check", "11440300MB2C92345X", "permits", 5), node.Owner);
    }

    [Fact]
    public void EveryKindOfNode_IsRead()
    {
        var flow = Sketch.Sound("""
            start s
            and f
            user a
            service b
            rules c
            call d
            sub x {
            start i
            user y
            end z
            i > y > z
            }
            ontimer t1 on=a
            onmessage m1 on=x
            timer t2
            message m2
            or o default=w19
            user h
            user k2
            or q
            xor g
            and j
            end e
            terminate k
            s > f > a > j > e
            f > b > j
            f > c > j
            f > d > j
            f > x > j
            f > t2 > m2 > o
            o > h : perhaps
            o > k2
            h > q
            k2 > q > g > j
            t1 > k
            m1 > k
            """);
        Assert.Equal(Enum.GetValues<NodeKind>().Order(), flow.Nodes.Select(n => n.Kind).Distinct().Order());
    }

    [Theory]
    [InlineData("scriptTask")]
    [InlineData("sendTask")]
    [InlineData("receiveTask")]
    [InlineData("manualTask")]
    [InlineData("task")]
    [InlineData("transaction")]
    [InlineData("adHocSubProcess")]
    [InlineData("eventBasedGateway")]
    [InlineData("complexGateway")]
    [InlineData("intermediateThrowEvent")]
    [InlineData("dataObject")]
    [InlineData("laneSet")]
    public void ElementThatIsNotSupported_IsRefusedByItsName_WithItsLine(string element)
    {
        var problems = Flow.Read(Sketch.Bpmn(Line).Replace("</process>", $"\n\n<{element} id=\"odd\"/></process>")).Problems;
        var problem = Assert.Single(problems);
        Assert.Equal(("flow-element", "odd", 3), (problem.Code, problem.Node, problem.Line));
        Assert.Contains(element, problem.Zh);
        Assert.Contains(element, problem.En);
    }

    [Theory]
    [InlineData("<startEvent id=\"odd\"><signalEventDefinition/></startEvent>", "signalEventDefinition")]
    [InlineData("<endEvent id=\"odd\"><errorEventDefinition/></endEvent>", "errorEventDefinition")]
    [InlineData("<boundaryEvent id=\"odd\" attachedToRef=\"a\"><escalationEventDefinition/></boundaryEvent>", "escalationEventDefinition")]
    [InlineData("<intermediateCatchEvent id=\"odd\"><timerEventDefinition><timeCycle>R/P1D</timeCycle></timerEventDefinition></intermediateCatchEvent>", "timeCycle")]
    [InlineData("<intermediateCatchEvent id=\"odd\"><timerEventDefinition/><messageEventDefinition/></intermediateCatchEvent>", "timerEventDefinition + messageEventDefinition")]
    public void TriggerThatIsNotSupported_IsRefusedByItsName(string element, string named)
    {
        var problems = Flow.Read(Sketch.Bpmn(Line).Replace("</process>", element + "</process>")).Problems;
        Assert.Contains(problems, p => p.Code == "flow-event" && p.Node == "odd" && p.En.Contains(named));
    }

    [Theory]
    [InlineData("<standardLoopCharacteristics/>", "flow-element")]
    [InlineData("<ioSpecification/>", "flow-element")]
    [InlineData("<multiInstanceLoopCharacteristics/>", "flow-missing")]
    [InlineData("<multiInstanceLoopCharacteristics><loopCardinality> </loopCardinality></multiInstanceLoopCharacteristics>", "flow-missing")]
    [InlineData("<multiInstanceLoopCharacteristics><loopDataInputRef/><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics>", "flow-element")]
    public void PartOfATaskThatIsNotSupported_IsRefused(string part, string code) =>
        Assert.Contains(Flow.Read(Sketch.Bpmn(Line).Replace("</userTask>", part + "</userTask>")).Problems, p => p.Code == code && p.Node == "a");

    [Theory]
    [InlineData("", "flow-xml")]
    [InlineData("<definitions", "flow-xml")]
    [InlineData("<html/>", "flow-definitions")]
    [InlineData("<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"/>", "flow-processes")]
    [InlineData("<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><collaboration id=\"c\"/><process id=\"p\"/></definitions>", "flow-element")]
    [InlineData("<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process/></definitions>", "flow-id")]
    [InlineData("<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process id=\"p\"/></definitions>", "flow-starts")]
    [InlineData("<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\">&x;</definitions>", "flow-xml")]
    public void WhatIsNoFlow_IsRefused(string text, string code) => Assert.Equal(code, Flow.Read(text).Problems[0].Code);

    [Fact]
    public void DeepAndLargeFiles_AreRefusedSoon()
    {
        Assert.Equal("flow-too-large", Flow.Read(string.Concat(Enumerable.Repeat("<a>", 200_000))).Problems.Single().Code);
        Assert.Equal("flow-too-large", Flow.Read("<a>" + string.Concat(Enumerable.Repeat("<b/>", 200_000)) + "</a>").Problems.Single().Code);
        Assert.Equal("flow-too-large", Flow.Read(new byte[5 << 20]).Problems.Single().Code);
    }

    [Theory]
    [InlineData("start s\nuser a\nend e\ns > a > e\na > nowhere", "flow-reference")]
    [InlineData("start s\nuser a\nuser a\nend e\ns > a > e", "flow-id-twice")]
    [InlineData("start s\nstart s2\nuser a\nend e\ns > a > e\ns2 > a", "flow-starts")]
    [InlineData("start s\nuser a\nend e\ns > a > e\na > s", "flow-ways")]
    [InlineData("start s\nuser a\nend e\ns > a > e > a", "flow-ways")]
    [InlineData("start s\nuser a\nuser b\nend e\ns > a > e\ns > b", "flow-ways")]
    [InlineData("start s\nuser a\nend e\ns > a\na > e : x", "flow-ways")]
    [InlineData("start s\nxor g\nuser a\nuser b\nend e\ns > g > a > e\ng > b : x\nb > e", "flow-ways")]
    [InlineData("start s\nxor g default=w1\nuser a\nuser b\nend e\ns > g\ng > a : y\ng > b : x\na > e\nb > e", "flow-reference")]
    [InlineData("start s\nuser a\nuser b\nend e\ns > a > e\nb > e", "flow-unreachable")]
    [InlineData("start s\nuser a\nuser b\nand g\nend e\ns > g > a > e\ng > b > b", "flow-no-end")]
    [InlineData("start s\nuser a\nontimer t on=e\nend e\nend f\ns > a > e\nt > f", "flow-reference")]
    [InlineData("start s\nsub x {\nstart i\nuser a\nend z\ni > a > z\n}\nend e\ns > x > e\na > e", "flow-reference")]
    [InlineData("start s\nuser a days=many\nend e\ns > a > e", "flow-attribute")]
    [InlineData("start s\nuser a days=0\nend e\ns > a > e", "flow-attribute")]
    public void FlowThatDoesNotHold_IsRefused(string sketch, string code) => Assert.Equal(code, Sketch.Read(sketch).Problems[0].Code);

    [Fact]
    public void AllThatIsWrong_IsSaidAtOnce() =>
        Assert.True(Flow.Read(Sketch.Bpmn(Line).Replace("</process>", "<scriptTask id=\"x\"/><sendTask id=\"y\"/><task/></process>")).Problems.Count >= 3);

    [Fact]
    public void Expressions_AreShownToTheirLanguage()
    {
        var text = Sketch.Bpmn("start s\nxor g\nuser a\nuser b times=n until=u\nend e\ns > g\ng > a : one\ng > b : two\na > e\nb > e");
        var asked = new List<string>();
        var problems = Flow.Read(text, expression =>
        {
            asked.Add(expression);
            return expression == "two" ? ("没有这个名字", "no such name") : null;
        }).Problems;
        Assert.Equal(["n", "one", "two", "u"], asked.Order());
        Assert.Equal(("flow-expression", "w3"), (problems.Single().Code, problems.Single().Node));
    }

    [Fact]
    public void File_ComesBackAsItWas_WithItsDiagramAndWhatOtherToolsPutIn()
    {
        var bytes = File.ReadAllBytes("Files/permit.bpmn");
        var again = Flow.Read(bytes).Value!.ToXml();
        Assert.True(XNode.DeepEquals(Parsed(bytes), Parsed(again)));
        Assert.Contains("vendor:colour", Encoding.UTF8.GetString(again));
        Assert.Contains("BPMNShape", Encoding.UTF8.GetString(again));
    }

    private static XElement Parsed(byte[] bytes) => XDocument.Load(new MemoryStream(bytes), LoadOptions.PreserveWhitespace).Root!;
}
