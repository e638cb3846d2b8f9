using Tongban.Decisions.Time;

namespace Tongban.Decisions.Values;

/// <summary>Whether values are of a type, and the implicit conversions (10.3.2.9.4).</summary>
internal static class Conformance
{
    public static bool Is(FeelValue value, FeelType type) => type.Kind switch
    {
        FeelKind.Any => true,
        FeelKind.List => value is FeelList list && (type.Element!.Kind == FeelKind.Any || Array.TrueForAll(list.Items, i => i.IsNull || Is(i, type.Element!))),
        FeelKind.Context => value is FeelContext context && HasMembers(context, type),
        FeelKind.Range => value is RangeValue range && (range.Start.IsNull || Is(range.Start, type.Element!)) && (range.End.IsNull || Is(range.End, type.Element!)),
        FeelKind.Function => value is FunctionValue function && MayServe(function.Type, type),
        _ => value.Kind == type.Kind,
    };

    // What a function gives is known only when it is called: only what cannot be is refused.
    private static bool MayServe(FeelType function, FeelType wanted) => !function.ParametersKnown || !wanted.ParametersKnown
        || (function.Parameters.Count == wanted.Parameters.Count && function.Result!.MayBe(wanted.Result!)
            && function.Parameters.Zip(wanted.Parameters).All(p => p.First.MayBe(p.Second)));

    private static bool HasMembers(FeelContext context, FeelType type)
    {
        foreach (var (name, member) in type.Members)
            if (!context.TryGet(name, out var value) || !(value.IsNull || Is(value, member)))
                return false;
        return true;
    }

    /// <summary>The value as one of the type: as it is, out of or into a list of one, a date as its midnight in UTC. Null when it cannot be.</summary>
    public static FeelValue? Coerce(FeelValue value, FeelType type)
    {
        if (value.IsNull || Is(value, type))
            return value;
        if (type.Kind == FeelKind.List && value is not FeelList && Coerce(value, type.Element!) is { } item)
            return new FeelList([item]);
        if (type.Kind != FeelKind.List && value is FeelList { Count: 1 } list)
            return Is(list[0], type) ? list[0] : null;
        return type.Kind == FeelKind.DateTime && value is DateValue date ? new DateTimeValue(date.Date, 0, Zone.Utc) : null;
    }
}
