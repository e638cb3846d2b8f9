using System.Text;
using Tongban.Decisions.Running;
using Tongban.Decisions.Values;

namespace Tongban.Decisions.Syntax.Nodes;

/// <summary><c>if a then b else c</c> (grammar rule 47): whatever is not true goes to else. The boxed one is strict: what is no boolean gives null.</summary>
internal sealed class IfNode(Place place, Node condition, Node then, Node otherwise, bool strict = false) : Node(place, FeelType.Join(then.Type, otherwise.Type))
{
    public override Code Compile()
    {
        Code test = condition.Compile(), yes = then.Compile(), no = otherwise.Compile();
        return f => test(f) is var v && ReferenceEquals(v, FeelValue.True) ? yes(f)
            : strict && v is not (BooleanValue or NullValue) ? f.Run.Fail(Place, Messages.NotBoolean("if", v.Type))
            : no(f);
    }

    public override void Print(StringBuilder text)
    {
        text.Append("(if ");
        condition.Print(text);
        text.Append(" then ");
        then.Print(text);
        text.Append(" else ");
        otherwise.Print(text);
        text.Append(')');
    }
}

/// <summary>A variable that runs over a list, a range value, or <c>from..to</c> (grammar rule 46).</summary>
internal sealed record Iterator(Variable Variable, Node Domain, Node? To)
{
    public Func<Frame, FeelValue[]?> Compile(Place place)
    {
        var domain = Domain.Compile();
        if (To is null)
            return f => domain(f) is var v && Sequence.Of(f.Run, v) is { } items ? items : Failed(f.Run, place, v);
        var to = To.Compile();
        return f => domain(f) is var a && to(f) is var b && Sequence.Between(f.Run, a, b) is { } items ? items : Failed(f.Run, place, a);
    }

    private static FeelValue[]? Failed(Run run, Place place, FeelValue value)
    {
        run.Fail(place, Messages.NotIterable(value.Type));
        return null;
    }

    public void Print(StringBuilder text)
    {
        text.Append(Variable.Name).Append(" in ");
        Domain.Print(text);
        if (To is null)
            return;
        text.Append(" .. ");
        To.Print(text);
    }

    public static void PrintAll(StringBuilder text, IReadOnlyList<Iterator> iterators)
    {
        for (var i = 0; i < iterators.Count; i++)
        {
            text.Append(i > 0 ? ", " : "");
            iterators[i].Print(text);
        }
    }

    /// <summary>Runs a round for every combination, until it says stop. False when a domain is no list.</summary>
    public static Func<Frame, Func<Frame, bool>, bool> Nest(IReadOnlyList<Iterator> iterators, Place place)
    {
        var domains = iterators.Select(i => i.Compile(place)).ToArray();
        var slots = iterators.Select(i => i.Variable.Slot).ToArray();
        return (f, round) => Walk(0, f, round, out _);

        bool Walk(int depth, Frame f, Func<Frame, bool> round, out bool stopped)
        {
            stopped = false;
            if (domains[depth](f) is not { } items)
                return false;
            foreach (var item in items)
            {
                f.Run.Burn();
                f.Slots[slots[depth]] = item;
                if (depth + 1 == domains.Length)
                    stopped = !round(f);
                else if (!Walk(depth + 1, f, round, out stopped))
                    return false;
                if (stopped)
                    break;
            }

            return true;
        }
    }
}

/// <summary><c>for x in xs return e</c> (grammar rule 46); <c>partial</c> is the list of the results so far.</summary>
internal sealed class ForNode(Place place, IReadOnlyList<Iterator> iterators, Variable? partial, Node body) : Node(place, FeelType.List(body.Type))
{
    public override Code Compile()
    {
        var nest = Iterator.Nest(iterators, Place);
        var code = body.Compile();
        return f =>
        {
            var results = new List<FeelValue>();
            if (partial is not null)
                f.Slots[partial.Slot] = FeelList.Empty;
            return nest(f, Round) ? new FeelList([.. results]) : FeelValue.Null;

            bool Round(Frame frame)
            {
                results.Add(code(frame));
                if (partial is not null)
                {
                    frame.Run.Burn(results.Count);
                    frame.Slots[partial.Slot] = new FeelList([.. results]);
                }

                return true;
            }
        };
    }

    public override void Print(StringBuilder text)
    {
        text.Append("(for ");
        Iterator.PrintAll(text, iterators);
        text.Append(" return ");
        body.Print(text);
        text.Append(')');
    }
}

/// <summary><c>some</c> and <c>every</c> (grammar rule 48), three-valued as the disjunction and conjunction that they stand for.</summary>
internal sealed class QuantifiedNode(Place place, bool every, IReadOnlyList<Iterator> iterators, Node condition, bool strict = false) : Node(place, FeelType.Boolean)
{
    public override Code Compile()
    {
        var nest = Iterator.Nest(iterators, Place);
        var code = condition.Compile();
        FeelValue decisive = !every, otherwise = every;
        return f =>
        {
            var result = otherwise;
            return nest(f, Round) ? result : FeelValue.Null;

            bool Round(Frame frame)
            {
                var value = code(frame);
                if (ReferenceEquals(value, decisive))
                    result = decisive;
                else if (value is not BooleanValue)
                    result = value.IsNull ? value : frame.Run.Fail(Place, Messages.NotBoolean(every ? "every" : "some", value.Type));
                return !ReferenceEquals(result, decisive) && !(strict && result.IsNull);
            }
        };
    }

    public override void Print(StringBuilder text)
    {
        text.Append(every ? "(every " : "(some ");
        Iterator.PrintAll(text, iterators);
        text.Append(" satisfies ");
        condition.Print(text);
        text.Append(')');
    }
}
