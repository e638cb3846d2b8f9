namespace Tongban.Decisions.Syntax;

/// <summary>Types by name (grammar rules 51 and 67 to 70).</summary>
internal static class TypeParser
{
    private static readonly Dictionary<string, FeelType> Names = new(StringComparer.Ordinal)
    {
        ["Any"] = FeelType.Any,
        ["any"] = FeelType.Any,
        ["Null"] = FeelType.Null,
        ["number"] = FeelType.Number,
        ["string"] = FeelType.String,
        ["boolean"] = FeelType.Boolean,
        ["date"] = FeelType.Date,
        ["time"] = FeelType.Time,
        ["date and time"] = FeelType.DateTime,
        ["dateTime"] = FeelType.DateTime,
        ["days and time duration"] = FeelType.DaysAndTimeDuration,
        ["dayTimeDuration"] = FeelType.DaysAndTimeDuration,
        ["years and months duration"] = FeelType.YearsAndMonthsDuration,
        ["yearMonthDuration"] = FeelType.YearsAndMonthsDuration,
        ["list"] = FeelType.List(FeelType.Any),
        ["context"] = FeelType.Context(),
        ["range"] = FeelType.Range(FeelType.Any),
        ["function"] = FeelType.AnyFunction,
    };

    public static NameIndex<FeelType> Index { get; } = NameIndex<FeelType>.Of(Names.Select(n => (n.Key, n.Value)));

    public static FeelType Named(string name) => Names[name];

    public static bool TryGet(string name, out FeelType type) => Names.TryGetValue(name, out type!);

    public static Parsed<FeelType> Parse(string text, FeelScope scope)
    {
        var parser = new Parser(new Source(text), Scope.Root(scope));
        var type = parser.WholeType();
        return new(type, parser.Problems);
    }
}
