using System.Text.Json;
using System.Text.Json.Serialization;
using Tongban.Decisions;

namespace Tongban.Hall.Platform.Packages;

/// <summary>A FEEL expression of a package. The loader compiles it once, before anyone else sees the package.</summary>
[JsonConverter(typeof(ConditionJson))]
public sealed class Condition(string text)
{
    private FeelExpression? expression;

    public string Text { get; } = text;

    public FeelType? Type => expression?.Type;

    public FeelValue Evaluate(FeelContext context) => Compiled.Evaluate(context).Value;

    /// <summary>True only if the expression is true: false, null and errors are not.</summary>
    public bool Holds(FeelContext context) => Evaluate(context).TryGetBoolean(out var holds) && holds;

    internal IReadOnlyList<Problem> Bind(FeelScope scope)
    {
        var parsed = Feel.Parse(Text, scope);
        expression = parsed.Value;
        return parsed.Problems;
    }

    private FeelExpression Compiled =>
        expression ?? throw new InvalidOperationException($"The expression was never compiled: {Text}");

    public override string ToString() => Text;
}

internal sealed class ConditionJson : JsonConverter<Condition>
{
    public override Condition Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.TokenType switch
        {
            JsonTokenType.True => "true",
            JsonTokenType.False => "false",
            _ => reader.GetString()!,
        });

    public override void Write(Utf8JsonWriter writer, Condition value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Text);
}
