using System.Xml.Linq;
using static Tongban.Flows.Drawing.FlowDrawing;

namespace Tongban.Flows.Drawing;

/// <summary>The sign of each kind of node (BPMN 2.0.2, clause 7.3).</summary>
internal static class NodeSign
{
    public static string ClassOf(NodeKind kind) => kind switch
    {
        NodeKind.Exclusive or NodeKind.Parallel or NodeKind.Inclusive => "gateway",
        NodeKind.SubProcess => "inside",
        NodeKind.UserTask or NodeKind.ServiceTask or NodeKind.BusinessRuleTask or NodeKind.CallActivity => "task",
        NodeKind.End or NodeKind.Terminate => "event last",
        _ => "event",
    };

    public static IEnumerable<XElement> Draw(XNamespace svg, FlowNode node, Shape shape)
    {
        var (cx, cy, r) = (shape.X + shape.Width / 2, shape.Y + shape.Height / 2, Math.Min(shape.Width, shape.Height) / 2);
        switch (ClassOf(node.Kind))
        {
            case "gateway":
                yield return Path(svg, $"M{Number(cx)} {Number(shape.Y)}L{Number(shape.X + shape.Width)} {Number(cy)}L{Number(cx)} {Number(shape.Y + shape.Height)}L{Number(shape.X)} {Number(cy)}z");
                yield return node.Kind == NodeKind.Inclusive ? Circle(svg, cx, cy, r * 0.45) : Path(svg, Cross(node.Kind, cx, cy, r * 0.4), "sign");
                break;
            case "task" or "inside":
                yield return new XElement(svg + "rect", Attributes(("x", shape.X), ("y", shape.Y), ("width", shape.Width), ("height", shape.Height), ("rx", 6)));
                if (node.Multi is { } multi) yield return Path(svg, Bars(cx, shape.Y + shape.Height, multi.Sequential), "sign");
                break;
            default:
                yield return Circle(svg, cx, cy, r);
                if (node.Timer is not null || node.Message is not null) yield return Circle(svg, cx, cy, r - 3);
                if (node.Timer is not null) yield return Path(svg, $"M{Number(cx)} {Number(cy - r * 0.5)}V{Number(cy)}L{Number(cx + r * 0.35)} {Number(cy + r * 0.2)}", "sign");
                if (node.Message is not null) yield return Path(svg, $"M{Number(cx - r * 0.5)} {Number(cy - r * 0.35)}h{Number(r)}v{Number(r * 0.7)}h{Number(-r)}zl{Number(r * 0.5)} {Number(r * 0.4)}l{Number(r * 0.5)} {Number(-r * 0.4)}", "sign");
                if (node.Kind == NodeKind.Terminate) yield return Circle(svg, cx, cy, r * 0.6, "fill");
                break;
        }
    }

    private static string Cross(NodeKind kind, double x, double y, double r) => kind == NodeKind.Parallel
        ? $"M{Number(x - r)} {Number(y)}H{Number(x + r)}M{Number(x)} {Number(y - r)}V{Number(y + r)}"
        : $"M{Number(x - r * 0.8)} {Number(y - r * 0.8)}L{Number(x + r * 0.8)} {Number(y + r * 0.8)}M{Number(x + r * 0.8)} {Number(y - r * 0.8)}L{Number(x - r * 0.8)} {Number(y + r * 0.8)}";

    private static string Bars(double x, double bottom, bool sequential) => string.Concat(new[] { -4, 0, 4 }.Select(d => sequential
        ? $"M{Number(x - 6)} {Number(bottom - 9 + d)}h12" : $"M{Number(x + d)} {Number(bottom - 14)}v10"));

    private static XElement Circle(XNamespace svg, double x, double y, double r, string? look = null) =>
        new(svg + "circle", look is null ? null : new XAttribute("class", look), Attributes(("cx", x), ("cy", y), ("r", r)));

    private static XElement Path(XNamespace svg, string path, string? look = null) =>
        new(svg + "path", look is null ? null : new XAttribute("class", look), new XAttribute("d", path));

    private static IEnumerable<XAttribute> Attributes(params (string Name, double Value)[] values) => values.Select(v => new XAttribute(v.Name, Number(v.Value)));
}
