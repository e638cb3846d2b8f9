using System.Text;
using Tongban.Decisions.Functions;
using Tongban.Decisions.Syntax.Nodes;
using Tongban.Decisions.Time;

namespace Tongban.Decisions.Syntax;

/// <summary>Paths, filters and calls behind a primary expression.</summary>
internal sealed partial class Parser
{
    // Behind "..", a bracket closes the range: [1..5[ is no filter.
    private bool closingRange;

    private Node Postfix()
    {
        var rangeEnd = closingRange;
        closingRange = false;
        var node = Primary(out var path);
        while (true)
        {
            if (TooDeep())
                return Fail(Current, Messages.TooDeep());
            if (Current.Is("."))
            {
                node = Path(node, ref path);
            }
            else if (Current.Is("[") && !rangeEnd)
            {
                node = Filter(node);
                path = Note(path);
            }
            else if (Current.Is("("))
            {
                node = Invocation(node);
                path = Note(path);
            }
            else
            {
                Note(path);
                return node;
            }

            links++;
        }
    }

    /// <summary>Notes a path of a free name as used; what follows a filter or a call is no longer one.</summary>
    private string? Note(string? path)
    {
        if (path is not null)
            uses.Add(path);
        return null;
    }

    private Node Path(Node target, ref string? path)
    {
        var place = Here;
        at++;
        var owner = target.Type.Kind == FeelKind.List ? target.Type.Element! : target.Type;
        var (name, type) = MemberName(owner);
        if (type is null && !failed)
            Report(place, owner.Kind == FeelKind.Context ? Messages.NoEntry(name) : Messages.NoProperty(name, owner));
        type ??= FeelType.Any;
        if (target.Type.Kind == FeelKind.List)
            type = FeelType.List(type);
        if (path is not null && owner.Kind is FeelKind.Context or FeelKind.Any)
            path += "." + name;
        else
            path = Note(path);
        return new PathNode(place, type, target, name);
    }

    private (string Name, FeelType? Type) MemberName(FeelType owner)
    {
        if (owner.MemberNames.Find(tokens, at) is { } member)
        {
            at += member.Length;
            return member.Value;
        }

        foreach (var known in Properties.LongNames)
        {
            var parts = new NameParts(known);
            if (!parts.StandsAt(tokens, at))
                continue;
            at += parts.Count;
            return (known, TypeOfMember(owner, known));
        }

        // Behind a dot, even a keyword can only be a name.
        var greedy = Current.Kind == TokenKind.Name && Lexer.Keywords.Contains(Current.Text) ? tokens[at++].Text : Words();
        return (greedy, owner.Member(greedy) ?? TypeOfMember(owner, greedy));
    }

    private static FeelType? TypeOfMember(FeelType owner, string name) =>
        owner.Kind is FeelKind.Any or FeelKind.Null || (owner.Kind == FeelKind.Context && owner.Members.Count == 0) ? FeelType.Any : Properties.TypeOf(owner, name);

    /// <summary>An undeclared name: as many words as stand there.</summary>
    private string Words()
    {
        if (Current.Kind != TokenKind.Name || Lexer.Keywords.Contains(Current.Text))
        {
            Fail(Current, Messages.Expected("…", Shown(Current)));
            return "";
        }

        var first = at;
        at += WordCount();
        return string.Join(' ', tokens[first..at].Select(t => t.Text));
    }

    private int WordCount()
    {
        var count = 0;
        while (Ahead(count).Kind == TokenKind.Name && !Lexer.Keywords.Contains(Ahead(count).Text))
            count++;
        return count;
    }

    private FilterNode Filter(Node target)
    {
        var place = Here;
        at++;
        var element = target.Type.Kind == FeelKind.List ? target.Type.Element! : target.Type;
        var inner = scope.Filter(element);
        var condition = Within(inner, Expression);
        Expect("]");
        if (!condition.Type.MayBe(FeelType.Boolean) && !condition.Type.MayBe(FeelType.Number))
            Report(place, Messages.BadFilter(condition.Type));
        var type = condition.Type.Kind switch
        {
            FeelKind.Number => element,
            FeelKind.Boolean => FeelType.List(element),
            _ => FeelType.Any,
        };
        return new FilterNode(place, type, target, inner.Element!.Item, condition);
    }

    private Node Invocation(Node callee)
    {
        var place = callee.Place;
        var arguments = Arguments();
        if (callee is not BuiltinNode { Builtin: var builtin })
        {
            if (!callee.Type.MayBe(FeelType.AnyFunction))
                Report(place, Messages.NotAFunction(callee.ToString()));
            return new CallNode(place, callee, arguments);
        }

        var candidates = builtin.Candidates(arguments.Values.Count, arguments.Names);
        FeelType[] types = [.. arguments.Values.Select(v => v.Type)];
        var fitting = candidates.Where(c => c.Signature.MayTake(types, c.Positions)).ToArray();
        if (fitting.Length == 0)
            Report(place, Messages.NoSuchCall(builtin.Name, types.Select(t => t.ToString()), builtin.Signatures));
        return new BuiltinCallNode(place, builtin, arguments, fitting.Length > 0 ? fitting : candidates);
    }

    private Arguments Arguments()
    {
        Expect("(");
        var values = new List<Node>();
        var names = new List<string>();
        if (Take(")"))
            return new(values, null);
        do
        {
            if (LabelLength() is > 0 and var length)
                names.Add(Label(length));
            values.Add(Expression());
        }
        while (Take(","));
        Expect(")");
        if (names.Count > 0 && names.Count != values.Count)
            Fail(Current, Messages.MixedArguments());
        return new(values, names.Count > 0 ? [.. names] : null);
    }

    /// <summary>How many tokens stand before a colon, if they can be a name; otherwise 0.</summary>
    private int LabelLength()
    {
        if (Current.Kind is not (TokenKind.Name or TokenKind.String))
            return 0;
        for (var i = 1; ; i++)
        {
            var token = Ahead(i);
            if (token.Is(":"))
                return i;
            if (token.Kind is TokenKind.End or TokenKind.String or TokenKind.Bad || (token.Kind == TokenKind.Symbol && token.Text is "(" or ")" or "[" or "]" or "{" or "}" or "," or ".."))
                return 0;
        }
    }

    private string Label(int length)
    {
        var name = Current.Kind == TokenKind.String && length == 1 ? Current.Text : Joined(length);
        at += length + 1;
        return name;
    }

    private string Joined(int length)
    {
        var name = new StringBuilder(Current.Text);
        for (var i = 1; i < length; i++)
            name.Append(Ahead(i).Spaced ? " " : "").Append(Ahead(i).Text);
        return name.ToString();
    }
}
