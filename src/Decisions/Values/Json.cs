using System.Text.Json;
using Tongban.Decisions.Time;

namespace Tongban.Decisions.Values;

internal static class Json
{
    public static FeelValue Read(JsonElement json, FeelType type) => json.ValueKind switch
    {
        JsonValueKind.True => FeelValue.True,
        JsonValueKind.False => FeelValue.False,
        JsonValueKind.Number => FeelNumber.TryParse(json.GetRawText(), out var number) ? new NumberValue(number) : FeelValue.Null,
        JsonValueKind.String => Text(json.GetString()!, type),
        JsonValueKind.Array => Items(json, type.Kind == FeelKind.List ? type.Element! : FeelType.Any),
        JsonValueKind.Object => Entries(json, type),
        _ => FeelValue.Null,
    };

    private static FeelValue Text(string text, FeelType type) => type.Kind switch
    {
        FeelKind.Date => Iso.Date(text) is { } date ? new DateValue(date) : FeelValue.Null,
        FeelKind.Time => Iso.Time(text) ?? FeelValue.Null,
        FeelKind.DateTime => Iso.DateTime(text) ?? FeelValue.Null,
        FeelKind.DaysAndTimeDuration => Iso.Duration(text) as DaysTimeValue ?? FeelValue.Null,
        FeelKind.YearsAndMonthsDuration => Iso.Duration(text) as YearsMonthsValue ?? FeelValue.Null,
        _ => new StringValue(text),
    };

    private static FeelList Items(JsonElement json, FeelType element) => new(json.EnumerateArray().Select(item => Read(item, element)));

    private static FeelContext Entries(JsonElement json, FeelType type)
    {
        var context = new FeelContext();
        foreach (var property in json.EnumerateObject())
            context.Add(property.Name, Read(property.Value, type.Member(property.Name) ?? FeelType.Any));
        return context;
    }

    public static void Write(FeelValue value, Utf8JsonWriter writer)
    {
        switch (value)
        {
            case NullValue:
                writer.WriteNullValue();
                break;
            case BooleanValue b:
                writer.WriteBooleanValue(b.Value);
                break;
            case NumberValue n:
                writer.WriteRawValue(n.Number.ToString());
                break;
            case FeelList list:
                writer.WriteStartArray();
                foreach (var item in list)
                    Write(item, writer);
                writer.WriteEndArray();
                break;
            case FeelContext context:
                writer.WriteStartObject();
                foreach (var (name, entry) in context)
                {
                    writer.WritePropertyName(name);
                    Write(entry, writer);
                }

                writer.WriteEndObject();
                break;
            default:
                writer.WriteStringValue(Literal.TextOf(value));
                break;
        }
    }
}
