using System.Xml.Linq;
using Tongban.Flows.Tests.Support;

namespace Tongban.Flows.Tests;

public class DrawingTests
{
    private static readonly Flow Permit = Flow.Read(File.ReadAllBytes("Files/permit.bpmn")).Value!;

    [Fact]
    public void EveryNodeAndWay_IsDrawn_WithItsNameForThoseWhoDoNotSeeIt()
    {
        var svg = XElement.Parse(Permit.Draw()!);
        var drawn = svg.Descendants().Where(e => e.Name.LocalName == "g").Select(g => (string)g.Attribute("class")!).ToList();
        Assert.Equal(Permit.Nodes.Count, drawn.Count(c => c.StartsWith("node", StringComparison.Ordinal)));
        Assert.Equal(Permit.Ways.Count, drawn.Count(c => c == "way"));
        Assert.All(Permit.Nodes, n => Assert.Contains(svg.Descendants(), e => e.Name.LocalName == "title" && e.Value == n.Name));
        Assert.Equal(("img", Permit.Name), ((string)svg.Attribute("role")!, (string)svg.Attribute("aria-label")!));
    }

    [Fact]
    public void WhatIsUnderWay_AndWhatIsDone_IsToldByClasses()
    {
        var facts = new FlowFacts { Holds = (_, _) => false };
        var first = Permit.Start(facts).Value!.State;
        var state = Permit.Step(first, new Done(first.Tokens[0].Id), facts).Value!.State;
        var svg = XElement.Parse(Permit.Draw(state, new HashSet<string> { "start", "check-data" })!);
        Assert.Equal(["fire", "planning", "water"], Looks(svg, "now"));
        Assert.Equal(["check-data", "start"], Looks(svg, "done"));
    }

    [Fact]
    public void Drawing_HoldsNothingThatAPageForbids()
    {
        var svg = Flow.Read(File.ReadAllText("Files/permit.bpmn").Replace("消防审查", "&lt;script&gt;alert(1)&lt;/script&gt;")).Value!.Draw()!;
        Assert.DoesNotContain("<script", svg);
        Assert.DoesNotContain("style=", svg);
    }

    [Theory]
    [InlineData("x=\"90\"", "x=\"NaN\"")]
    [InlineData("x=\"90\"", "x=\"1e300\"")]
    [InlineData("width=\"120\"", "width=\"-5\"")]
    public void NumbersThatCannotBeDrawn_LeaveTheirNodeOut(string number, string bad) =>
        Assert.DoesNotContain("NaN", Flow.Read(File.ReadAllText("Files/permit.bpmn").Replace(number, bad)).Value!.Draw()!);

    [Fact]
    public void FileWithoutADiagram_IsNotDrawn() => Assert.Null(Sketch.Sound("start s\nuser a\nend e\ns > a > e").Draw());

    private static IEnumerable<string> Looks(XElement svg, string look) => svg.Descendants()
        .Where(e => e.Name.LocalName == "g" && ((string)e.Attribute("class")!).EndsWith(" " + look, StringComparison.Ordinal))
        .Select(g => Permit.Nodes.First(n => n.Name == g.Elements().First().Value).Id).Order();
}
