using Tongban.Decisions.Functions;
using Tongban.Decisions.Syntax.Nodes;
using Tongban.Decisions.Time;
using Tongban.Decisions.Values;

namespace Tongban.Decisions.Syntax;

/// <summary>Literals, names, brackets, and everything that begins with a keyword.</summary>
internal sealed partial class Parser
{
    private Node Primary(out string? path)
    {
        path = null;
        var token = Current;
        if (ready is { } begun)
        {
            ready = null;
            return begun;
        }

        if (token.Kind == TokenKind.Name)
            return Named(out path);
        switch (token.Kind)
        {
            case TokenKind.Number:
                at++;
                return FeelNumber.TryParse(token.Text, out var number) ? Literal(token, number) : Fail(token, Messages.BadNumber(token.Text));
            case TokenKind.String:
                at++;
                return Literal(token, token.Text);
            case TokenKind.Symbol when token.Text == "(":
                return Parenthesis();
            case TokenKind.Symbol when token.Text is "[" or "]":
                return Bracket();
            case TokenKind.Symbol when token.Text == "{":
                return Context();
            case TokenKind.Symbol when token.Text == "@" && Ahead(1).Kind == TokenKind.String:
                return AtLiteral(token);
            default:
                return Unexpected();
        }
    }

    private LiteralNode Literal(Token token, FeelValue value) => new(new Place(source, token.Start), value);

    private Node AtLiteral(Token token)
    {
        var text = Ahead(1).Text;
        at += 2;
        if (Iso.Any(text) is { } value)
            return Literal(token, value);
        Report(new Place(source, token.Start), Messages.BadAtLiteral(text));
        return Literal(token, FeelValue.Null);
    }

    private Node Named(out string? path)
    {
        path = null;
        var token = Current;
        var known = Lookup();
        if (known is null && Keyword() is { } special)
            return special;
        var builtin = Library.Index.Find(tokens, at);
        if (known is { } found && !(builtin is { } called && called.Length >= found.Length && Ahead(called.Length).Is("(") && !found.Node.Type.MayBe(FeelType.AnyFunction)))
        {
            at += found.Length;
            path = found.Path;
            return found.Node;
        }

        // An input called "date" does not hide the function, which is called.
        if (builtin is { } function && (OpenElement() is null || Ahead(function.Length).Is("(") || WordCount() < function.Length))
        {
            at += function.Length;
            return new BuiltinNode(new Place(source, token.Start), function.Value);
        }

        return builtin is { } hidden && WordCount() == hidden.Length ? Own(token, hidden.Value) : Undeclared(token);
    }

    // Inside a filter over elements of unknown type, "number" may be a member of the element.
    private ElementNameNode Own(Token token, Builtin otherwise)
    {
        var place = new Place(source, token.Start);
        var item = OpenElement()!.Item;
        return new ElementNameNode(place, Words(), item, Depth(item), new BuiltinNode(place, otherwise));
    }

    /// <summary>The nearest filter whose elements are of unknown type; null when there is none.</summary>
    private ElementScope? OpenElement()
    {
        for (var level = scope; level is not null; level = level.Parent)
            if (level.Element is { Open: true } element)
                return element;
        return null;
    }

    private Node? Keyword()
    {
        var token = Current;
        switch (token.Text)
        {
            case "true" or "false":
                at++;
                return Literal(token, token.Text == "true");
            case "null":
                at++;
                return Literal(token, FeelValue.Null);
            case "if":
                return If();
            case "for":
                return For();
            case "some" or "every":
                return Quantified();
            case "function" when Ahead(1).Is("("):
                return Function();
            default:
                return Lexer.Keywords.Contains(token.Text) ? Unexpected() : null;
        }
    }

    private Node Undeclared(Token token)
    {
        var place = new Place(source, token.Start);
        var name = Words();
        if (OpenElement() is { } element)
            return new ElementNameNode(place, name, element.Item, Depth(element.Item), null);
        Report(place, Messages.UnknownName(name));
        return new UnknownNameNode(place, name);
    }

    /// <summary>The longest declared name at this position; of two as long, the inner one.</summary>
    private (int Length, Node Node, string? Path)? Lookup()
    {
        (int Length, Node Node, string? Path)? best = null;
        var place = Here;
        for (var level = scope; level is not null; level = level.Parent)
        {
            if (level.Element is { } element && element.Members.Find(tokens, at) is { } member && member.Length > (best?.Length ?? 0))
                best = (member.Length, new PathNode(place, member.Value.Type, Variable(place, element.Item), member.Value.Name), null);
            if (level.Find(tokens, at) is { } found && found.Length > (best?.Length ?? 0))
                best = (found.Length, Variable(place, found.Value), level.Parent is null && found.Value.Name != "?" ? found.Value.Name : null);
        }

        return best is { Path: { } outside } ? (best.Value.Length, Shadowed(place, outside, best.Value.Node), outside) : best;
    }

    // Inside a filter over elements of unknown type, an outer name may be the element's own.
    private Node Shadowed(Place place, string name, Node outside) =>
        OpenElement() is { } element ? new ElementNameNode(place, name, element.Item, Depth(element.Item), outside) : outside;

    private VariableNode Variable(Place place, Variable variable)
    {
        used.Add(variable);
        return new(place, variable, Depth(variable));
    }

    private int Depth(Variable variable)
    {
        var depth = 0;
        for (var layout = scope.Layout; layout != variable.Layout; layout = layout.Parent!)
            depth++;
        return depth;
    }

    private Node Parenthesis()
    {
        var place = Here;
        at++;
        if (Current.Kind == TokenKind.Symbol && Comparisons.TryGetValue(Current.Text, out var op))
        {
            at++;
            var endpoint = Sum();
            Expect(")");
            return new UnaryRangeNode(place, op, endpoint);
        }

        if (Current.Is(".."))
            return RangeUpTo(place);
        var inner = Expression();
        if (Current.Is(".."))
            return RangeEnd(place, inner, false);
        Expect(")");
        return inner;
    }

    private Node Bracket()
    {
        var place = Here;
        var open = tokens[at++].Text == "[";
        if (open && Take("]"))
            return new ListNode(place, []);
        if (!open && Current.Is(".."))
            return RangeUpTo(place);
        var first = Expression();
        if (Current.Is(".."))
            return RangeEnd(place, first, open);
        if (!open)
            return Unexpected();
        var items = new List<Node> { first };
        while (Take(","))
            items.Add(Expression());
        Expect("]");
        return new ListNode(place, items);
    }

    // (..5] has no lower end, [5..) no upper one.
    private Node RangeUpTo(Place place)
    {
        at++;
        closingRange = true;
        var end = Sum();
        closingRange = false;
        var closed = Current.Is("]");
        if (!closed && !Current.Is(")") && !Current.Is("["))
            return Unexpected();
        at++;
        return new UnaryRangeNode(place, closed ? Operator.LessOrEqual : Operator.Less, end);
    }

    private Node RangeEnd(Place place, Node start, bool startIncluded)
    {
        at++;
        if (Take(")") || Take("["))
            return new UnaryRangeNode(place, startIncluded ? Operator.GreaterOrEqual : Operator.Greater, start);
        closingRange = true;
        var end = Sum();
        closingRange = false;
        var closed = Current.Is("]");
        if (!closed && !Current.Is(")") && !Current.Is("["))
            return Unexpected();
        at++;
        if (!StaticTypes.Comparable(Operator.Less, start.Type, end.Type))
            Report(place, Messages.BadRange(start.Type, end.Type));
        var range = new RangeNode(place, start, startIncluded, end, closed);
        if (range.IsTurned)
            Report(place, Messages.TurnedRange(start.ToString(), end.ToString()));
        return range;
    }

    private ContextNode Context()
    {
        var place = Here;
        at++;
        var entries = new List<(Variable, Node)>();
        return Within(scope.Child(), () =>
        {
            var more = !Current.Is("}");
            while (more)
            {
                var token = Current;
                var length = Current.Kind == TokenKind.String && Ahead(1).Is(":") ? 1 : LabelLength();
                if (length == 0)
                {
                    Fail(token, Messages.Expected(":", Shown(Ahead(1))));
                    break;
                }

                var name = Label(length);
                // A function may call itself by the name of its entry.
                var itself = Current.IsWord("function") ? scope.Declare(name, FeelType.AnyFunction) : null;
                var value = Expression();
                if (entries.Exists(e => e.Item1.Name == name))
                    Report(new Place(source, token.Start), Messages.DuplicateEntry(name));
                entries.Add((itself ?? scope.Declare(name, value.Type), value));
                more = Take(",");
            }

            Expect("}");
            return new ContextNode(place, entries);
        });
    }
}
