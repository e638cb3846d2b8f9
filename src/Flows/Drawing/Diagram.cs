using System.Globalization;
using System.Xml.Linq;
using Tongban.Flows.Reading;

namespace Tongban.Flows.Drawing;

internal sealed record Shape(string Id, double X, double Y, double Width, double Height);

internal sealed record Edge(string Id, IReadOnlyList<(double X, double Y)> Points);

/// <summary>Where the file puts nodes and ways.</summary>
internal sealed record Diagram(IReadOnlyList<Shape> Shapes, IReadOnlyList<Edge> Edges)
{
    private const double Farthest = 100_000;

    public (double X, double Y, double Right, double Bottom) Extent => (
        Math.Min(Shapes.Min(s => s.X), Edges.SelectMany(e => e.Points).Select(p => p.X).DefaultIfEmpty(Farthest).Min()),
        Math.Min(Shapes.Min(s => s.Y), Edges.SelectMany(e => e.Points).Select(p => p.Y).DefaultIfEmpty(Farthest).Min()),
        Math.Max(Shapes.Max(s => s.X + s.Width), Edges.SelectMany(e => e.Points).Select(p => p.X).DefaultIfEmpty(-Farthest).Max()),
        // Names stand beneath events and gateways.
        Math.Max(Shapes.Max(s => s.Y + s.Height) + 24, Edges.SelectMany(e => e.Points).Select(p => p.Y).DefaultIfEmpty(-Farthest).Max()));

    /// <summary>Null: the file holds none, or one with numbers that cannot be drawn.</summary>
    public static Diagram? Read(Flow flow)
    {
        var plane = flow.File.Root!.Elements(Bpmn.Diagram + "BPMNDiagram").Elements(Bpmn.Diagram + "BPMNPlane").FirstOrDefault();
        if (plane is null) return null;
        var shapes = plane.Elements(Bpmn.Diagram + "BPMNShape").Select(ReadShape).OfType<Shape>().Where(s => flow.Find(s.Id) is not null).ToList();
        var edges = plane.Elements(Bpmn.Diagram + "BPMNEdge").Select(ReadEdge).OfType<Edge>().Where(e => flow.Way(e.Id) is not null).ToList();
        return shapes.Count == 0 ? null : new(shapes, edges);
    }

    private static Shape? ReadShape(XElement shape) =>
        Bpmn.Text(shape, "bpmnElement") is { } id && shape.Element(Bpmn.Bounds + "Bounds") is { } bounds
        && Number(bounds, "x") is { } x && Number(bounds, "y") is { } y && Number(bounds, "width") is > 0 and { } width && Number(bounds, "height") is > 0 and { } height
            ? new(id, x, y, width, height) : null;

    private static Edge? ReadEdge(XElement edge)
    {
        var points = edge.Elements(Bpmn.Points + "waypoint").Select(p => (X: Number(p, "x"), Y: Number(p, "y"))).ToList();
        return Bpmn.Text(edge, "bpmnElement") is { } id && points.Count >= 2 && points.All(p => p.X is not null && p.Y is not null)
            ? new(id, [.. points.Select(p => (p.X!.Value, p.Y!.Value))]) : null;
    }

    private static double? Number(XElement element, string name) =>
        double.TryParse(Bpmn.Text(element, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) <= Farthest ? number : null;
}
