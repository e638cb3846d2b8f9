using Tongban.Decisions.Syntax.Nodes;

namespace Tongban.Decisions.Syntax;

/// <summary>if, for, some, every, function, types and unary tests.</summary>
internal sealed partial class Parser
{
    private IfNode If()
    {
        var place = Here;
        at++;
        var condition = Expression();
        if (!condition.Type.MayBe(FeelType.Boolean))
            Report(condition.Place, Messages.NotBoolean("if", condition.Type));
        ExpectWord("then");
        var then = Expression();
        ExpectWord("else");
        return new IfNode(place, condition, then, Expression());
    }

    private ForNode For()
    {
        var place = Here;
        at++;
        return Within(scope.Child(), () =>
        {
            var iterators = Iterators();
            ExpectWord("return");
            scope = scope.Child();
            var partial = scope.Declare("partial", FeelType.List(FeelType.Any));
            var body = Expression();
            return new ForNode(place, iterators, used.Contains(partial) ? partial : null, body);
        });
    }

    private QuantifiedNode Quantified()
    {
        var place = Here;
        var every = tokens[at++].Text == "every";
        return Within(scope.Child(), () =>
        {
            var iterators = Iterators();
            ExpectWord("satisfies");
            var condition = Expression();
            if (!condition.Type.MayBe(FeelType.Boolean))
                Report(condition.Place, Messages.NotBoolean(every ? "every" : "some", condition.Type));
            return new QuantifiedNode(place, every, iterators, condition);
        });
    }

    private List<Iterator> Iterators()
    {
        var iterators = new List<Iterator>();
        do
        {
            var name = NameBefore("in");
            var domain = Expression();
            var to = Take("..") ? Expression() : null;
            var element = to is not null ? domain.Type
                : domain.Type.Kind is FeelKind.List or FeelKind.Range ? domain.Type.Element!
                : domain.Type;
            scope = scope.Child();
            iterators.Add(new(scope.Declare(name, element), domain, to));
        }
        while (Take(","));
        return iterators;
    }

    private string NameBefore(string word)
    {
        var length = 0;
        while (!Ahead(length).IsWord(word) && Ahead(length).Kind != TokenKind.End && length < 50)
            length++;
        if (length == 0 || !Ahead(length).IsWord(word) || Current.Kind != TokenKind.Name)
        {
            Fail(Current, Messages.Expected(word, Shown(Current)));
            return "";
        }

        var name = Joined(length);
        at += length + 1;
        return name;
    }

    private Node Function()
    {
        var place = Here;
        at += 2;
        return Within(scope.Body(), () =>
        {
            var parameters = new List<Variable>();
            var types = new List<string>();
            while (!Current.Is(")") && Current.Kind != TokenKind.End)
            {
                var (name, type, text) = Parameter();
                parameters.Add(scope.Declare(name, type));
                types.Add(text);
                if (!Take(","))
                    break;
            }

            Expect(")");
            if (Current.IsWord("external"))
                return Fail(Current, Messages.NoExternalFunctions("external"));
            var body = Expression();
            return (Node)new FunctionNode(place, [.. parameters], [.. types], scope.Layout, body);
        });
    }

    private (string Name, FeelType Type, string Text) Parameter()
    {
        if (LabelLength() is > 0 and var labelled)
        {
            var name = Label(labelled);
            var start = Current.Start;
            var type = Type();
            return (name, type, source.Text[start..Math.Max(start, tokens[Math.Max(at - 1, 0)].End)]);
        }

        var length = 0;
        while (Ahead(length).Kind is not TokenKind.End && !Ahead(length).Is(",") && !Ahead(length).Is(")"))
            length++;
        if (length == 0 || Current.Kind != TokenKind.Name)
        {
            Unexpected();
            return ("", FeelType.Any, "");
        }

        var bare = Joined(length);
        at += length;
        return (bare, FeelType.Any, "");
    }

    private FeelType Type()
    {
        if (TooDeep())
        {
            Fail(Current, Messages.TooDeep());
            return FeelType.Any;
        }

        nesting++;
        var type = TypeInner();
        nesting--;
        return type;
    }

    private FeelType TypeInner()
    {
        var token = Current;
        if (Ahead(1).Is("<") && token.Text is "list" or "range" or "context" or "function")
            return Generic(token.Text);
        if ((scope.Outside.TypeIndex.Find(tokens, at) ?? TypeParser.Index.Find(tokens, at)) is { } found)
        {
            at += found.Length;
            return found.Value;
        }

        if (TypeParser.TryGet(token.Text, out var keyword))
        {
            at++;
            return keyword;
        }

        var unknown = Words();
        while (!failed && Take("."))
            unknown += "." + Words();
        Report(new Place(source, token.Start), Messages.UnknownType(unknown));
        return FeelType.Any;
    }

    private FeelType Generic(string kind)
    {
        at += 2;
        if (kind == "context")
        {
            var members = new List<(string, FeelType)>();
            if (Take(">"))
                return FeelType.Context();
            do
            {
                if (LabelLength() is 0)
                    Unexpected();
                else
                    members.Add((Label(LabelLength()), Type()));
            }
            while (Take(","));
            Expect(">");
            return FeelType.Context([.. members]);
        }

        var types = new List<FeelType>();
        if (!Current.Is(">"))
        {
            do
                types.Add(Type());
            while (Take(","));
        }

        Expect(">");
        if (kind == "function")
        {
            Expect("->");
            return FeelType.Function(types, Type());
        }

        if (types.Count != 1)
            Unexpected();
        return failed ? FeelType.Any : kind == "list" ? FeelType.List(types[0]) : FeelType.Range(types[0]);
    }
}
