using Tongban.Decisions.Syntax;
using Tongban.Decisions.Values;

namespace Tongban.Decisions.Functions;

/// <summary>
/// One way to call a built-in function, written as the standard's tables write it: <c>substring(string: string, start position: number, length?: number): string</c>.
/// <c>x?</c> may be left out, <c>x...</c> takes a list or its elements as arguments, <c>x*</c> takes all arguments that remain.
/// The result may also be <c>same</c> (type of the first argument) or <c>element</c> (of its elements).
/// </summary>
internal sealed class Signature
{
    private readonly string result;

    private Signature(string text, IReadOnlyList<BuiltinParameter> parameters, string result) => (Text, Parameters, this.result) = (text, parameters, result);

    public string Text { get; }
    public IReadOnlyList<BuiltinParameter> Parameters { get; }

    public static (string Name, Signature Signature) Read(string text)
    {
        int open = text.IndexOf('(', StringComparison.Ordinal), close = text.LastIndexOf(')');
        var parameters = text[(open + 1)..close].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(BuiltinParameter.Read);
        return (text[..open], new(text, [.. parameters], text[(close + 2)..].Trim()));
    }

    public FeelType Result(IReadOnlyList<FeelType> arguments) => result switch
    {
        "same" => arguments.Count > 0 && arguments[0].Kind == FeelKind.List ? arguments[0] : FeelType.List(FeelType.Any),
        "element" => arguments.Count == 1 && arguments[0].Kind == FeelKind.List ? arguments[0].Element! : arguments.Count == 0 ? FeelType.Any : arguments.Aggregate(FeelType.Join) is { Kind: not FeelKind.List } one ? one : FeelType.Any,
        _ => TypeParser.Named(result),
    };

    /// <summary>Which parameter each argument is for; null when this signature cannot be called so.</summary>
    public int[]? Match(int count, string[]? names)
    {
        if (names is not null)
        {
            var positions = names.Select(n => IndexOf(n)).ToArray();
            var given = positions.Distinct().Count() == count && !positions.Contains(-1);
            return given && Enumerable.Range(0, Parameters.Count).All(i => Parameters[i].Optional || positions.Contains(i)) ? positions : null;
        }

        var last = Parameters.Count > 0 ? Parameters[^1] : null;
        if (last is { Spread: true } or { Rest: true })
            return count >= Parameters.Count ? [.. Enumerable.Range(0, count).Select(i => Math.Min(i, Parameters.Count - 1))] : null;
        return count <= Parameters.Count && count >= Parameters.Count(p => !p.Optional) ? [.. Enumerable.Range(0, count)] : null;
    }

    private int IndexOf(string name)
    {
        for (var i = 0; i < Parameters.Count; i++)
            if (Parameters[i].Name == name)
                return i;
        return -1;
    }

    /// <summary>The arguments in the order of the parameters, converted to their types; null when one does not fit.</summary>
    public FeelValue?[]? Bind(FeelValue[] arguments, int[] positions)
    {
        var bound = new FeelValue?[Parameters.Count];
        for (var i = 0; i < Parameters.Count; i++)
        {
            var parameter = Parameters[i];
            if (parameter.Gathers && (parameter.Rest || positions.Count(p => p == i) > 1))
            {
                bound[i] = new FeelList([.. arguments.Where((_, k) => positions[k] == i)]);
                continue;
            }

            var at = Array.IndexOf(positions, i);
            if (at < 0)
                continue;
            if (parameter.Accept(arguments[at]) is not { } value)
                return null;
            bound[i] = value;
        }

        return bound;
    }

    public bool MayTake(IReadOnlyList<FeelType> types, int[] positions)
    {
        for (var i = 0; i < types.Count; i++)
        {
            var parameter = Parameters[positions[i]];
            if (!parameter.Gathers && !parameter.MayTake(types[i]))
                return false;
        }

        return true;
    }
}

/// <summary>A parameter of a built-in function. Only one of type <c>any</c> takes null.</summary>
internal sealed record BuiltinParameter(string Name, FeelType Type, bool Optional, bool Spread, bool Rest)
{
    public bool Gathers => Spread || Rest;

    public static BuiltinParameter Read(string text)
    {
        var parts = text.Split(':', StringSplitOptions.TrimEntries);
        var name = parts[0].TrimEnd('?', '*').Replace("...", "", StringComparison.Ordinal);
        return new(name, TypeParser.Named(parts[1]), parts[0].EndsWith('?'), parts[0].EndsWith("...", StringComparison.Ordinal), parts[0].EndsWith('*'));
    }

    public FeelValue? Accept(FeelValue value) => value.IsNull && Type.Kind != FeelKind.Any ? Optional ? value : null : Conformance.Coerce(value, Type);

    public bool MayTake(FeelType type) => type.MayBe(Type)
        || (type.Kind == FeelKind.List && type.Element!.MayBe(Type))
        || (Type.Kind == FeelKind.List && type.MayBe(Type.Element!))
        || (type.Kind == FeelKind.Date && Type.Kind == FeelKind.DateTime);
}
