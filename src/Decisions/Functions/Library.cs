using Tongban.Decisions.Syntax;

namespace Tongban.Decisions.Functions;

/// <summary>All built-in functions by name. A new one is a row in one of the groups.</summary>
internal static class Library
{
    private static readonly (string Signature, Body Body)[][] Groups =
    [
        ConversionFunctions.All, NumericFunctions.All, StringFunctions.All, BooleanFunctions.All, ListFunctions.All,
        StatisticFunctions.All, ContextFunctions.All, TemporalFunctions.All, RangeFunctions.All,
    ];

    private static readonly HashSet<string> Impure = ["now", "today"];

    public static NameIndex<Builtin> Index { get; } = Build();

    private static NameIndex<Builtin> Build()
    {
        var builtins = new Dictionary<string, Builtin>(StringComparer.Ordinal);
        foreach (var (text, body) in Groups.SelectMany(g => g))
        {
            var (name, signature) = Signature.Read(text);
            if (!builtins.TryGetValue(name, out var builtin))
                builtins.Add(name, builtin = new(name, !Impure.Contains(name)));
            builtin.Add(signature, body);
        }

        var index = new NameIndex<Builtin>();
        foreach (var (name, builtin) in builtins)
            index.Add(name, builtin);
        return index;
    }
}
