using Tongban.Decisions.Syntax;

namespace Tongban.Decisions;

/// <summary>A FEEL type (DMN 1.5, 10.3.2.9). Immutable; equal types are equal values.</summary>
public sealed class FeelType : IEquatable<FeelType>
{
    private FeelType(FeelKind kind) => Kind = kind;

    /// <summary>Any value.</summary>
    public static FeelType Any { get; } = new(FeelKind.Any);
    /// <summary>Only null.</summary>
    public static FeelType Null { get; } = new(FeelKind.Null);
    /// <summary>number</summary>
    public static FeelType Number { get; } = new(FeelKind.Number);
    /// <summary>string</summary>
    public static FeelType String { get; } = new(FeelKind.String);
    /// <summary>boolean</summary>
    public static FeelType Boolean { get; } = new(FeelKind.Boolean);
    /// <summary>date</summary>
    public static FeelType Date { get; } = new(FeelKind.Date);
    /// <summary>time</summary>
    public static FeelType Time { get; } = new(FeelKind.Time);
    /// <summary>date and time</summary>
    public static FeelType DateTime { get; } = new(FeelKind.DateTime);
    /// <summary>days and time duration</summary>
    public static FeelType DaysAndTimeDuration { get; } = new(FeelKind.DaysAndTimeDuration);
    /// <summary>years and months duration</summary>
    public static FeelType YearsAndMonthsDuration { get; } = new(FeelKind.YearsAndMonthsDuration);

    /// <summary>Which kind of type this is.</summary>
    public FeelKind Kind { get; }
    /// <summary>The type of the elements of a list, or of the endpoints of a range; otherwise null.</summary>
    public FeelType? Element { get; private init; }
    /// <summary>The members of a context type in order; otherwise empty. A context type without members accepts every context.</summary>
    public IReadOnlyList<(string Name, FeelType Type)> Members { get; private init; } = [];
    /// <summary>The parameters of a function type; otherwise empty.</summary>
    public IReadOnlyList<FeelType> Parameters { get; private init; } = [];
    /// <summary>The result of a function type; otherwise null.</summary>
    public FeelType? Result { get; private init; }

    internal bool ParametersKnown { get; private init; } = true;

    /// <summary>The members, to be found in a text.</summary>
    internal NameIndex<(string Name, FeelType Type)> MemberNames => field ??= NameIndex<(string Name, FeelType Type)>.Of(Members.Select(m => (m.Name, m)));

    // Types are written out in messages and compared part by part; shared parts count as often as they are reached.
    private const int MostParts = 20_000;
    private const int Deepest = 200;
    private long parts = 1;
    private int depth;

    // A type of more parts than that tells nobody anything: it is Any.
    private static FeelType Limited(FeelType type, IEnumerable<FeelType> inner)
    {
        foreach (var part in inner)
            (type.parts, type.depth) = (type.parts + part.parts, Math.Max(type.depth, part.depth + 1));
        return type.parts > MostParts || type.depth > Deepest ? Any : type;
    }

    /// <summary>list&lt;element&gt;</summary>
    public static FeelType List(FeelType element) => Limited(new(FeelKind.List) { Element = element }, [element]);

    /// <summary>range&lt;element&gt;</summary>
    public static FeelType Range(FeelType element) => Limited(new(FeelKind.Range) { Element = element }, [element]);

    /// <summary>context&lt;name: type, …&gt;; with more than 20,000 parts in all, or deeper than 200, it is only Any.</summary>
    public static FeelType Context(params (string Name, FeelType Type)[] members) => Limited(new(FeelKind.Context) { Members = [.. members] }, members.Select(m => m.Type));

    /// <summary>function&lt;parameter, …&gt; -> result</summary>
    public static FeelType Function(IReadOnlyList<FeelType> parameters, FeelType result) =>
        Limited(new(FeelKind.Function) { Parameters = [.. parameters], Result = result }, [.. parameters, result]);

    internal static FeelType AnyFunction { get; } = new(FeelKind.Function) { Result = Any, ParametersKnown = false };

    /// <summary>Reads a type as grammar rule 51 writes it: <c>list&lt;string&gt;</c>, <c>context&lt;姓名: string&gt;</c>, <c>date and time</c>.</summary>
    public static Parsed<FeelType> Parse(string text) => TypeParser.Parse(text, FeelScope.Empty);

    /// <summary>The type of a member of a context type; null when there is none of that name.</summary>
    public FeelType? Member(string name)
    {
        foreach (var (key, type) in Members)
            if (key == name)
                return type;
        return null;
    }

    /// <summary>Whether every value of this type is a value of <paramref name="other"/> (10.3.2.9.3, table 49).</summary>
    public bool ConformsTo(FeelType other) => other.Kind == FeelKind.Any || Kind == FeelKind.Null || (Kind == other.Kind && Kind switch
    {
        FeelKind.List or FeelKind.Range => Element!.ConformsTo(other.Element!),
        FeelKind.Context => other.Members.All(m => Member(m.Name) is { } mine && mine.ConformsTo(m.Type)),
        FeelKind.Function => !other.ParametersKnown || (Parameters.Count == other.Parameters.Count
            && Result!.ConformsTo(other.Result!) && Parameters.Zip(other.Parameters).All(p => p.Second.ConformsTo(p.First))),
        _ => true,
    });

    /// <summary>Whether a value of this type can perhaps be one of <paramref name="other"/>: what a static check may not refuse.</summary>
    internal bool MayBe(FeelType other)
    {
        if (Kind is FeelKind.Any or FeelKind.Null || other.Kind is FeelKind.Any or FeelKind.Null)
            return true;
        // A date becomes its midnight (10.3.2.9.4).
        if (Kind == FeelKind.Date && other.Kind == FeelKind.DateTime)
            return true;
        return Kind == other.Kind && (Kind is not (FeelKind.List or FeelKind.Range) || Element!.MayBe(other.Element!));
    }

    /// <summary>The smallest type that both conform to.</summary>
    internal static FeelType Join(FeelType a, FeelType b) =>
        a.ConformsTo(b) ? b : b.ConformsTo(a) ? a
        : a.Kind == FeelKind.List && b.Kind == FeelKind.List ? List(Join(a.Element!, b.Element!))
        : a.Kind == FeelKind.Context && b.Kind == FeelKind.Context ? Context([.. a.Members.Where(m => b.Member(m.Name) is not null).Select(m => (m.Name, Join(m.Type, b.Member(m.Name)!)))])
        : Any;

    /// <inheritdoc/>
    public bool Equals(FeelType? other) => other is not null && (ReferenceEquals(this, other) || (Kind == other.Kind
        && Equals(Element, other.Element) && Equals(Result, other.Result) && ParametersKnown == other.ParametersKnown
        && Members.SequenceEqual(other.Members) && Parameters.SequenceEqual(other.Parameters)));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FeelType);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Element, Members.Count, Parameters.Count);

    /// <summary>The type as FEEL writes it.</summary>
    public override string ToString() => Kind switch
    {
        FeelKind.Any => "Any",
        FeelKind.Null => "Null",
        FeelKind.DateTime => "date and time",
        FeelKind.DaysAndTimeDuration => "days and time duration",
        FeelKind.YearsAndMonthsDuration => "years and months duration",
        FeelKind.List => $"list<{Element}>",
        FeelKind.Range => $"range<{Element}>",
        FeelKind.Context => $"context<{string.Join(", ", Members.Select(m => $"{m.Name}: {m.Type}"))}>",
        FeelKind.Function when !ParametersKnown => "function",
        FeelKind.Function => $"function<{string.Join(", ", Parameters)}> -> {Result}",
        _ => Kind.ToString().ToLowerInvariant(),
    };
}
