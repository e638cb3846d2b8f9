using System.Xml.Linq;

namespace Tongban.Decisions.Tests.Tck;

/// <summary>Values as the kit writes them.</summary>
public static class TckValue
{
    private static readonly XNamespace Instance = "http://www.w3.org/2001/XMLSchema-instance";
    private static readonly FeelNumber Tolerance = FeelNumber.Parse("1E-8");

    public static FeelValue Read(XElement? holder)
    {
        if (holder is null || Nil(holder))
            return FeelValue.Null;
        if (Child(holder, "list") is { } list)
            return Nil(list) ? FeelValue.Null : new FeelList(list.Elements().Where(e => e.Name.LocalName == "item").Select(Read));
        var components = holder.Elements().Where(e => e.Name.LocalName == "component").ToArray();
        if (components.Length > 0)
        {
            if (components.Length == 1 && Nil(components[0]) && components[0].Attribute("name") is null)
                return FeelValue.Null;
            var context = new FeelContext();
            foreach (var component in components)
                context.Add((string?)component.Attribute("name") ?? "", Read(component));
            return context;
        }

        return Child(holder, "value") is { } value ? Scalar(value) : FeelValue.Null;
    }

    private static FeelValue Scalar(XElement value)
    {
        if (Nil(value))
            return FeelValue.Null;
        var type = ((string?)value.Attribute(Instance + "type"))?.Split(':')[^1];
        var text = type == "string" ? value.Value : value.Value.Trim();
        return type switch
        {
            "boolean" => text is "true" or "1",
            "decimal" or "double" or "integer" or "int" or "long" or "float" => FeelNumber.TryParse(text, out var number) ? number : FeelValue.Null,
            "date" => Evaluated($"date({Quoted(text)})"),
            "time" => Evaluated($"time({Quoted(text)})"),
            "dateTime" => Evaluated($"date and time({Quoted(text)})"),
            "duration" or "dayTimeDuration" or "yearMonthDuration" => Evaluated($"duration({Quoted(text)})"),
            null when FeelNumber.TryParse(text, out var number) => number,
            null when text is "true" or "false" => text == "true",
            _ => text,
        };
    }

    private static string Quoted(string text) => ((FeelValue)text).ToString();

    private static FeelValue Evaluated(string expression) => Feel.Parse(expression, FeelScope.Empty).Require().Evaluate([]).Value;

    private static bool Nil(XElement element) => (string?)element.Attribute(Instance + "nil") == "true";

    private static XElement? Child(XElement element, string name) => element.Elements().FirstOrDefault(e => e.Name.LocalName == name);

    /// <summary>Equal as the kit means it: numbers within 1e-8, contexts with the same keys, lists in order.</summary>
    public static bool Same(FeelValue expected, FeelValue actual)
    {
        if (expected.TryGetNumber(out var x) && actual.TryGetNumber(out var y))
            return x == y || (FeelNumber.Subtract(x, y) is { } gap && gap.Abs() <= Tolerance);
        if (expected is FeelList a && actual is FeelList b)
            return a.Count == b.Count && a.Zip(b).All(p => Same(p.First, p.Second));
        if (expected is FeelContext c && actual is FeelContext d)
            return c.Count == d.Count && c.All(e => d.TryGet(e.Key, out var other) && Same(e.Value, other));
        return expected.Equals(actual);
    }
}
