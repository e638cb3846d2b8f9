using Tongban.Decisions.Syntax;
using Tongban.Decisions.Syntax.Nodes;

namespace Tongban.Decisions.Dmn;

/// <summary>Boxed expressions (7.3 and 10.2) become the same nodes as written ones: there is one compiler for both.</summary>
internal sealed class BoxedParser(ItemTypes types, List<Problem> problems, string where, IReadOnlyDictionary<string, ItemType> names)
{
    private static readonly HashSet<string> Kinds =
    [
        "literalExpression", "decisionTable", "context", "invocation", "list", "relation", "functionDefinition", "conditional", "filter", "for", "some", "every",
    ];

    public string Where => where;
    public ItemTypes Types => types;
    public List<Problem> Problems => problems;

    /// <summary>The type, with its constraints, of a name or of a path of one; Any for other expressions.</summary>
    public ItemType DomainOf(Node node) => node switch
    {
        VariableNode variable => names.GetValueOrDefault(variable.Variable.Name, ItemType.Any),
        PathNode path => DomainOf(path.Target).Members.Where(m => m.Name == path.Name).Select(m => m.Type).FirstOrDefault(ItemType.Any),
        _ => ItemType.Any,
    };

    /// <summary>The element that holds an expression, among the children.</summary>
    public static Element? Find(Element parent) => parent.Children.FirstOrDefault(c => Kinds.Contains(c.Name));

    /// <summary>The expression that is a child of the element; null and a problem when there is none.</summary>
    public Node Inside(Element parent, Scope scope)
    {
        if (Find(parent) is { } expression)
            return Parse(expression, scope);
        problems.Add(parent.Place(where).Problem(Messages.Missing(parent.Name, "expression")));
        return new BrokenNode(parent.Place(where), where);
    }

    public Node Parse(Element element, Scope scope)
    {
        var place = element.Place(where);
        var node = element.Name switch
        {
            "literalExpression" => Text(element, scope),
            "decisionTable" => new TableParser(this, element, scope).Parse(),
            "context" => Context(element, scope),
            "invocation" => Invocation(element, scope),
            "list" => new ListNode(place, [.. element.Children.Where(c => Kinds.Contains(c.Name)).Select(c => Parse(c, scope))]),
            "relation" => Relation(element, scope),
            "functionDefinition" => Function(element, scope),
            "conditional" => new IfNode(place, Part(element, "if", scope), Part(element, "then", scope), Part(element, "else", scope), strict: true),
            "filter" => Filter(element, scope),
            "for" => For(element, scope),
            _ => Quantified(element, scope),
        };
        var declared = types.Find(element["typeRef"], place);
        return declared == ItemType.Any || element.Name == "functionDefinition" ? node : new CheckedNode(place, node, declared, where);
    }

    /// <summary>The text of the element as an expression.</summary>
    public Node Text(Element element, Scope scope)
    {
        if (element["expressionLanguage"] is { Length: > 0 } language && !language.Contains("FEEL", StringComparison.OrdinalIgnoreCase))
            problems.Add(element.Place(where).Problem(Messages.NotSupported(language)));
        var source = element.Source(where);
        var parser = new Parser(source, scope);
        var node = parser.WholeExpression();
        problems.AddRange(parser.Problems);
        return node ?? new BrokenNode(element.Place(where), where);
    }

    private Node Part(Element element, string name, Scope scope)
    {
        if (element.Child(name) is { } part)
            return Inside(part, scope);
        problems.Add(element.Place(where).Problem(Messages.Missing(element.Name, name)));
        return new BrokenNode(element.Place(where), where);
    }

    private Node Context(Element element, Scope outer)
    {
        var scope = outer.Child();
        var entries = new List<(Variable, Node)>();
        foreach (var entry in element.All("contextEntry"))
        {
            if (entry.Child("variable") is not { } variable || variable["name"]?.Trim() is not { } name)
                return new BoxedContextNode(element.Place(where), entries, Inside(entry, scope));
            // A function may call itself by the name of its entry.
            var itself = Find(entry)?.Name == "functionDefinition" ? scope.Declare(name, FeelType.AnyFunction) : null;
            var value = Inside(entry, scope);
            var type = types.Find(variable["typeRef"], variable.Place(where));
            if (type != ItemType.Any && value is not FunctionNode)
                value = new CheckedNode(variable.Place(where), value, type, name);
            entries.Add((itself ?? scope.Declare(name, value.Type), value));
        }

        return new ContextNode(element.Place(where), entries);
    }

    private Node Invocation(Element element, Scope scope)
    {
        var place = element.Place(where);
        var callee = Inside(element, scope);
        var bindings = element.All("binding").Where(b => b.Child("parameter")?["name"] is not null).ToArray();
        var values = bindings.Select(b => Find(b) is null ? new LiteralNode(place, FeelValue.Null) : Inside(b, scope)).ToArray();
        var names = bindings.Select(b => b.Child("parameter")!["name"]!.Trim()).ToArray();
        var arguments = new Arguments(values, names.Length > 0 ? names : null);
        return callee is BuiltinNode { Builtin: var builtin }
            ? new BuiltinCallNode(place, builtin, arguments, builtin.Candidates(values.Length, arguments.Names))
            : new CallNode(place, callee, arguments);
    }

    private ListNode Relation(Element element, Scope scope)
    {
        var columns = element.All("column").Select(c => (Name: c["name"] ?? "", Type: types.Find(c["typeRef"], c.Place(where)))).ToArray();
        return new ListNode(element.Place(where), [.. element.All("row").Select(Row)]);

        Node Row(Element row)
        {
            var inner = scope.Child();
            var cells = row.Children.Where(c => Kinds.Contains(c.Name)).ToArray();
            // A row that is too short is null in the last columns.
            var values = columns.Select((column, i) => (column.Name, Value: i < cells.Length ? Checked(Parse(cells[i], scope), column.Type, column.Name) : new LiteralNode(row.Place(where), FeelValue.Null)));
            return new ContextNode(row.Place(where), [.. values.Select(v => (inner.Declare(v.Name, v.Value.Type), v.Value))]);
        }
    }

    private Node Checked(Node node, ItemType type, string name) => type == ItemType.Any ? node : new CheckedNode(node.Place, node, type, name);

    private Node Function(Element element, Scope outer)
    {
        var place = element.Place(where);
        if (element["kind"] is { } kind && kind != "FEEL")
        {
            problems.Add(place.Problem(Messages.NoExternalFunctions(kind)));
            return new BrokenNode(place, where);
        }

        var scope = outer.Body();
        var parameters = element.All("formalParameter").Select(p => scope.Declare(p["name"] ?? "", types.Find(p["typeRef"], p.Place(where)).Type)).ToArray();
        var body = Inside(element, scope);
        var result = types.Find(element["typeRef"], place);
        if (result.Type is { Kind: FeelKind.Function, Result: { } inner })
            result = new ItemType(inner);
        return new FunctionNode(place, parameters, [.. parameters.Select(p => p.Type.Kind == FeelKind.Any ? "" : p.Type.ToString())], scope.Layout, Checked(body, result, where));
    }

    private FilterNode Filter(Element element, Scope scope)
    {
        var target = Part(element, "in", scope);
        var inner = scope.Filter(target.Type.Kind == FeelKind.List ? target.Type.Element! : target.Type);
        return new FilterNode(element.Place(where), FeelType.Any, target, inner.Element!.Item, Part(element, "match", inner), strict: true);
    }

    private Iterator Iterator(Element element, ref Scope scope)
    {
        var (domain, to) = Domain(element, scope);
        scope = scope.Child();
        var item = to is null && domain.Type.Kind is FeelKind.List or FeelKind.Range ? domain.Type.Element! : domain.Type;
        return new Iterator(scope.Declare(element["iteratorVariable"] ?? "item", item), domain, to);
    }

    private (Node Domain, Node? To) Domain(Element element, Scope scope)
    {
        if (element.Child("in") is not { } part || Find(part) is not { Name: "literalExpression" } text)
            return (Part(element, "in", scope), null);
        var parser = new Parser(text.Source(where), scope);
        var domain = parser.WholeDomain();
        problems.AddRange(parser.Problems);
        return domain ?? (new BrokenNode(text.Place(where), where), null);
    }

    private ForNode For(Element element, Scope scope)
    {
        var iterator = Iterator(element, ref scope);
        var inner = scope.Child();
        var partial = inner.Declare("partial", FeelType.List(FeelType.Any));
        return new ForNode(element.Place(where), [iterator], partial, Part(element, "return", inner));
    }

    private QuantifiedNode Quantified(Element element, Scope scope)
    {
        var iterator = Iterator(element, ref scope);
        return new QuantifiedNode(element.Place(where), element.Name == "every", [iterator], Part(element, "satisfies", scope), strict: true);
    }
}
