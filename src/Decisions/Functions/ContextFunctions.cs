using Tongban.Decisions.Values;

namespace Tongban.Decisions.Functions;

/// <summary>Context functions (10.3.4.7).</summary>
internal static class ContextFunctions
{
    public static readonly (string, Body)[] All =
    [
        ("get value(m: context, key: string): any", (_, a) => ((FeelContext)a[0]!)[((StringValue)a[1]!).Text]),
        ("get value(m: context, keys: list): any", (_, a) => Deep(a[0]!, ((FeelList)a[1]!).Items)),
        ("get entries(m: context): list", (_, a) => new FeelList(((FeelContext)a[0]!).Select(e => (FeelValue)new FeelContext { { "key", (FeelValue)e.Key }, { "value", e.Value } }))),
        ("context(entries: list): context", (_, a) => FromEntries((FeelList)a[0]!)),
        ("context put(context: context, key: string, value: any): context", (_, a) => Put((FeelContext)a[0]!, [a[1]!], a[2]!)),
        ("context put(context: context, keys: list, value: any): context", (_, a) => Put((FeelContext)a[0]!, ((FeelList)a[1]!).Items, a[2]!)),
        ("context merge(contexts: list): context", (_, a) => Merge((FeelList)a[0]!)),
    ];

    private static FeelValue? Deep(FeelValue value, FeelValue[] keys)
    {
        foreach (var key in keys)
        {
            if (key is not StringValue { Text: var name } || value is not FeelContext context)
                return null;
            value = context[name];
        }

        return keys.Length == 0 ? null : value;
    }

    private static FeelContext? FromEntries(FeelList entries)
    {
        var context = new FeelContext();
        foreach (var item in entries)
        {
            if (item is not FeelContext entry || entry["key"] is not StringValue { Text: var key } || !entry.TryGet("value", out var value) || context.Contains(key))
                return null;
            context.Add(key, value);
        }

        return context;
    }

    private static FeelContext? Put(FeelContext context, ReadOnlySpan<FeelValue> keys, FeelValue value)
    {
        if (keys.Length == 0 || keys[0] is not StringValue { Text: var key })
            return null;
        if (keys.Length > 1)
        {
            if (context[key] is not FeelContext inner || Put(inner, keys[1..], value) is not { } changed)
                return null;
            value = changed;
        }

        var result = Copy(context);
        result[key] = value;
        return result;
    }

    private static FeelContext? Merge(FeelList contexts)
    {
        var result = new FeelContext();
        foreach (var item in contexts)
        {
            if (item is not FeelContext context)
                return null;
            foreach (var (key, value) in context)
                result[key] = value;
        }

        return result;
    }

    private static FeelContext Copy(FeelContext context)
    {
        var copy = new FeelContext();
        foreach (var (key, value) in context)
            copy.Add(key, value);
        return copy;
    }
}
