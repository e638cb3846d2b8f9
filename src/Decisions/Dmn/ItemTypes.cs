using Tongban.Decisions.Syntax;
using Tongban.Decisions.Syntax.Nodes;

namespace Tongban.Decisions.Dmn;

/// <summary>The item definitions of a model by name (7.3.2), each made when it is first asked for.</summary>
internal sealed class ItemTypes
{
    private const int LongestChain = 200;

    private readonly Dictionary<string, Element> definitions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ItemType> made = new(StringComparer.Ordinal);
    private readonly HashSet<string> inMaking = [];
    private readonly List<Problem> problems;

    public ItemTypes(IEnumerable<Element> items, IEnumerable<(string Import, ItemTypes Types)> imports, List<Problem> problems)
    {
        this.problems = problems;
        foreach (var item in items)
            if (item["name"] is { } name)
                definitions[name] = item;
        foreach (var (import, types) in imports)
            foreach (var (name, type) in types.made)
                made[import.Length == 0 ? name : import + "." + name] = type;
        foreach (var (name, item) in definitions)
            Find(name, item.Place(name));
    }

    public IReadOnlyDictionary<string, FeelType> FeelTypes =>
        field?.Count == made.Count ? field : field = made.ToDictionary(m => m.Key, m => m.Value.Type, StringComparer.Ordinal);

    /// <summary>The type that a <c>typeRef</c> names; Any for none.</summary>
    public ItemType Find(string? reference, Place place)
    {
        if (string.IsNullOrWhiteSpace(reference))
            return ItemType.Any;
        reference = reference.Trim();
        if (made.TryGetValue(reference, out var known))
            return known;
        if (definitions.TryGetValue(reference, out var definition))
        {
            // A definition within itself is Any there: values are finite anyway.
            if (!inMaking.Add(reference))
                return ItemType.Any;
            if (inMaking.Count > LongestChain)
            {
                problems.Add(place.Problem(Messages.TooLarge($"{LongestChain} × itemDefinition")));
                inMaking.Remove(reference);
                return made[reference] = ItemType.Any;
            }

            var type = Make(definition);
            inMaking.Remove(reference);
            return made[reference] = type;
        }

        // DMN 1.1 wrote feel:number, and its own types with a prefix too.
        var local = reference[(reference.IndexOf(':', StringComparison.Ordinal) + 1)..];
        if (local.Length < reference.Length && definitions.ContainsKey(local))
            return Find(local, place);
        if (TypeParser.TryGet(local, out var plain))
            return new ItemType(plain);
        var parsed = TypeParser.Parse(reference, new FeelScope([], FeelTypes));
        if (parsed.Ok)
            return new ItemType(parsed.Value!);
        problems.Add(place.Problem(Messages.UnknownType(reference)));
        return ItemType.Any;
    }

    private ItemType Make(Element item)
    {
        var place = item.Place(item["name"]);
        var single = item.Child("functionItem") is { } function ? new ItemType(Function(function)) : Single(item, place);
        if (item["isCollection"] is not "true")
            return Constrain(single, item.Child("typeConstraint") ?? item.Child("allowedValues"), item);
        // The allowed values of a collection are those of its elements, its type constraint is on the whole.
        var element = Constrain(single, item.Child("allowedValues"), item);
        return Constrain(new ItemType(FeelType.List(element.Type)) { Element = element }, item.Child("typeConstraint"), item);
    }

    private ItemType Single(Element item, Place place)
    {
        var components = item.All("itemComponent").Where(c => c["name"] is not null).Select(c => (Name: c["name"]!, Type: Make(c))).ToArray();
        return components.Length > 0
            ? new ItemType(FeelType.Context([.. components.Select(c => (c.Name, c.Type.Type))])) { Members = components }
            : Find(item.Child("typeRef")?.Text ?? item["typeRef"], place);
    }

    private FeelType Function(Element function) => FeelType.Function(
        [.. function.All("parameters").Select(p => Find(p["typeRef"], p.Place(null)).Type)],
        Find(function["outputTypeRef"], function.Place(null)).Type);

    private ItemType Constrain(ItemType type, Element? tests, Element item)
    {
        if (tests is null)
            return type;
        var cell = Cell.Parse(tests.Source(item["name"]), Scope.Root(new FeelScope([], new Dictionary<string, FeelType>())), type.Type, problems);
        return cell is null ? type : new ItemType(type.Type)
        {
            Element = type.Element,
            Members = type.Members,
            Allowed = (cell.Test.Compile(), cell.Scope.Layout.Count, tests.Child("text")?.Text.Trim() ?? ""),
            Enumerated = cell.Constants,
        };
    }
}

/// <summary>Unary tests in a model.</summary>
internal sealed record Cell(TestNode Test, Scope Scope)
{
    /// <summary>The constants, when the tests are nothing but constants.</summary>
    public IReadOnlyList<FeelValue>? Constants => Test is AnyOfTest { Negated: false } any && any.Tests.All(t => t is ExpressionTest { Accepted: { Kind: not (FeelKind.Range or FeelKind.List) } })
        ? [.. any.Tests.Select(t => t.Accepted!)]
        : null;

    public static Cell? Parse(Source source, Scope scope, FeelType type, List<Problem> problems)
    {
        var inner = scope.Child();
        var parser = new Parser(source, inner);
        var test = source.Text.Trim().Length == 0 ? new AnyTest() : parser.WholeCell(inner.Declare("?", type));
        problems.AddRange(parser.Problems);
        return test is null ? null : new Cell(test, inner);
    }
}
