using System.Globalization;
using System.Xml.Linq;
using Tongban.Flows.Reading;

namespace Tongban.Flows.Drawing;

/// <summary>Draws the diagram that the file brings (BPMN DI) as SVG. How things look is said by classes: <c>flow</c>, <c>way</c>,
/// <c>node</c> with <c>done</c>, <c>now</c> or <c>ahead</c>.</summary>
internal sealed class FlowDrawing
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private readonly Flow flow;
    private readonly HashSet<string> now;
    private readonly IReadOnlySet<string> done;

    private FlowDrawing(Flow flow, FlowState? state, IReadOnlySet<string> done)
    {
        (this.flow, this.done) = (flow, done);
        now = [.. state?.Tokens.Select(t => t.At).Where(at => flow.Find(at) is not null) ?? []];
    }

    public static string? Draw(Flow flow, FlowState? state, IReadOnlySet<string> done) =>
        Diagram.Read(flow) is { } diagram ? new FlowDrawing(flow, state, done).Draw(diagram).ToString(SaveOptions.DisableFormatting) : null;

    private XElement Draw(Diagram diagram)
    {
        var (x, y, right, bottom) = diagram.Extent;
        return new XElement(Svg + "svg",
            new XAttribute("class", "flow"), new XAttribute("role", "img"), new XAttribute("aria-label", flow.Name),
            new XAttribute("viewBox", Numbers(x - 8, y - 8, right - x + 16, bottom - y + 16)),
            new XElement(Svg + "defs", new XElement(Svg + "marker",
                new XAttribute("id", $"arrow-{flow.Id}"), new XAttribute("viewBox", "0 0 10 10"), new XAttribute("refX", "9"), new XAttribute("refY", "5"),
                new XAttribute("markerWidth", "8"), new XAttribute("markerHeight", "8"), new XAttribute("orient", "auto"),
                new XElement(Svg + "path", new XAttribute("d", "M0 0L10 5L0 10z")))),
            from shape in diagram.Shapes where flow.Find(shape.Id)!.Kind == NodeKind.SubProcess select Node(shape),
            from edge in diagram.Edges select Way(edge),
            from shape in diagram.Shapes where flow.Find(shape.Id)!.Kind != NodeKind.SubProcess select Node(shape));
    }

    private XElement Way(Edge edge)
    {
        var way = flow.Way(edge.Id)!;
        var first = edge.Points[0];
        return new XElement(Svg + "g", new XAttribute("class", "way"),
            new XElement(Svg + "polyline",
                new XAttribute("points", string.Join(' ', edge.Points.Select(p => $"{Number(p.X)},{Number(p.Y)}"))),
                new XAttribute("marker-end", $"url(#arrow-{flow.Id})")),
            way.Name is null ? null : new XElement(Svg + "text", new XAttribute("x", Number(first.X + 6)), new XAttribute("y", Number(first.Y - 6)), way.Name));
    }

    private XElement Node(Shape shape)
    {
        var node = flow.Find(shape.Id)!;
        var state = now.Contains(node.Id) ? "now" : done.Contains(node.Id) ? "done" : "ahead";
        return new XElement(Svg + "g", new XAttribute("class", $"node {NodeSign.ClassOf(node.Kind)} {state}"),
            new XElement(Svg + "title", node.Name),
            NodeSign.Draw(Svg, node, shape),
            node.IsActivity && node.Kind != NodeKind.SubProcess ? Inside(node, shape) : node.Name == node.Id ? null : Beneath(node, shape));
    }

    private static IEnumerable<XElement> Inside(FlowNode node, Shape shape)
    {
        var lines = Lines(node.Name, (int)(shape.Width / 7.5));
        return lines.Select((line, i) => Text(line, shape.X + shape.Width / 2, shape.Y + shape.Height / 2 + 5 + (i - (lines.Count - 1) / 2.0) * 18));
    }

    private static XElement Beneath(FlowNode node, Shape shape) =>
        Text(node.Name, shape.X + shape.Width / 2, node.Kind == NodeKind.SubProcess ? shape.Y + 18 : shape.Y + shape.Height + 18);

    private static XElement Text(string text, double x, double y) =>
        new(Svg + "text", new XAttribute("class", "name"), new XAttribute("x", Number(x)), new XAttribute("y", Number(y)), text);

    // A Chinese character is as wide as two others. Words of a Latin text stay whole.
    private static List<string> Lines(string name, int most)
    {
        var lines = new List<string> { "" };
        var width = 0;
        foreach (var piece in Pieces(name))
        {
            var size = piece.Sum(c => c < 0x2E80 ? 1 : 2);
            if (width + size > most && width > 0)
            {
                lines.Add("");
                width = 0;
            }
            lines[^1] += piece;
            width += size;
        }
        return [.. lines.Select(l => l.Trim()).Take(4)];
    }

    private static IEnumerable<string> Pieces(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            var end = i + 1;
            if (char.IsHighSurrogate(text[i]) && end < text.Length) end++;
            else if (text[i] is > ' ' and < '\u2E80')
                while (end < text.Length && text[end] is > ' ' and < '\u2E80') end++;
            yield return text[i..end];
            i = end;
        }
    }

    private static string Numbers(params double[] values) => string.Join(' ', values.Select(Number));

    internal static string Number(double value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);
}
