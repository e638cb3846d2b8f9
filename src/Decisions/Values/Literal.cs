using System.Globalization;
using System.Text;
using Tongban.Decisions.Syntax;
using Tongban.Decisions.Syntax.Nodes;
using Tongban.Decisions.Time;

namespace Tongban.Decisions.Values;

/// <summary>Values as text: as an expression that gives them again, and as string() shows them.</summary>
internal static class Literal
{
    public static string TextOf(FeelValue value) => value switch
    {
        StringValue s => s.Text,
        DateValue d => Iso.Text(d.Date),
        TimeValue t => Iso.Text(t.Nanos, t.Zone),
        DateTimeValue t => Iso.Text(t),
        DaysTimeValue d => Iso.Text(d),
        YearsMonthsValue d => Iso.Text(d),
        _ => Write(value, v => v is StringValue s ? Quote(s.Text) : TextOf(v)),
    };

    public static string Of(FeelValue value) => value switch
    {
        StringValue s => Quote(s.Text),
        DateValue or TimeValue or DateTimeValue or DaysTimeValue or YearsMonthsValue => $"@\"{TextOf(value)}\"",
        _ => Write(value, Of),
    };

    private static string Write(FeelValue value, Func<FeelValue, string> inner) => value switch
    {
        NullValue => "null",
        BooleanValue b => b.Value ? "true" : "false",
        NumberValue n => n.Number.ToString(),
        FeelList list => "[" + string.Join(", ", list.Select(inner)) + "]",
        FeelContext context => "{" + string.Join(", ", context.Select(e => Key(e.Key) + ": " + inner(e.Value))) + "}",
        RangeValue range => Range(range, inner),
        _ => ((FunctionValue)value).Text,
    };

    private static string Range(RangeValue range, Func<FeelValue, string> inner)
    {
        if (range.Comparison is { } op)
            return $"({BinaryNode.Sign(op)} {inner(range.Start.IsNull ? range.End : range.Start)})";
        return $"{(range.StartIncluded ? '[' : '(')}{inner(range.Start)}..{inner(range.End)}{(range.EndIncluded ? ']' : ')')}";
    }

    private static string Key(string name) => Lexer.IsName(name) ? name : Quote(name);

    /// <summary>The literal of a small value; of a large one only its kind and size.</summary>
    public static string Brief(FeelValue value) => value.Weight <= 60 ? Of(value) : string.Create(CultureInfo.InvariantCulture, $"{value.Kind}…({value.Weight})");

    public static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
            _ = c switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                < ' ' => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => quoted.Append(c),
            };
        return quoted.Append('"').ToString();
    }
}
