using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Tongban.Decisions;

namespace Tongban.Hall.Platform.Packages;

/// <summary>A bilingual sentence that may hold FEEL in braces: 您今年 {申请人.年龄} 岁.</summary>
[JsonConverter(typeof(TemplateJson))]
public sealed class Template(Text text)
{
    private IReadOnlyList<Part> zh = [], en = [];

    public Text Source { get; } = text;

    public Text Fill(FeelContext context) => new(Fill(zh, context), Fill(en, context));

    internal IEnumerable<(string Language, int Offset, Problem Problem)> Bind(FeelScope scope)
    {
        zh = Split(Source.Zh);
        en = Split(Source.En);
        return zh.SelectMany(p => p.Bind(scope)).Select(p => ("zh", p.Offset, p.Problem))
            .Concat(en.SelectMany(p => p.Bind(scope)).Select(p => ("en", p.Offset, p.Problem)));
    }

    private static string Fill(IReadOnlyList<Part> parts, FeelContext context)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
            text.Append(part.Feel is null ? part.Literal : part.Feel.Evaluate(context).ToText());
        return text.ToString();
    }

    private static List<Part> Split(string text)
    {
        var parts = new List<Part>();
        var at = 0;
        while (at < text.Length)
        {
            var open = text.IndexOf('{', at);
            var close = open < 0 ? -1 : text.IndexOf('}', open);
            if (close < 0)
            {
                parts.Add(new Part(text[at..], null, at));
                break;
            }
            if (open > at)
                parts.Add(new Part(text[at..open], null, at));
            parts.Add(new Part("", new Condition(text[(open + 1)..close]), open + 1));
            at = close + 1;
        }
        return parts;
    }

    private sealed record Part(string Literal, Condition? Feel, int Offset)
    {
        public IEnumerable<(int Offset, Problem Problem)> Bind(FeelScope scope) =>
            (Feel?.Bind(scope) ?? []).Select(problem => (Offset, problem));
    }
}

internal sealed class TemplateJson : JsonConverter<Template>
{
    public override Template Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(JsonSerializer.Deserialize<Text>(ref reader, options)!);

    public override void Write(Utf8JsonWriter writer, Template value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.Source, options);
}
