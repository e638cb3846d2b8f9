using Tongban.Decisions.Functions;
using Tongban.Decisions.Syntax.Nodes;

namespace Tongban.Decisions.Syntax;

/// <summary>Unary tests (grammar rules 7 to 17) and the operator <c>in</c>.</summary>
internal sealed partial class Parser
{
    /// <summary>All of the text as unary tests of a variable; null after a syntax error.</summary>
    public InNode? WholeTests(Variable input)
    {
        var test = UnaryTests(input);
        return Finish() ? new InNode(new Place(source, 0), null, input, test) : null;
    }

    /// <summary>All of the text as the tests of a cell; null after a syntax error.</summary>
    public TestNode? WholeCell(Variable input)
    {
        var test = UnaryTests(input);
        return Finish() ? test : null;
    }

    private TestNode UnaryTests(Variable input)
    {
        if (Current.Is("-") && Ahead(1).Kind == TokenKind.End)
        {
            at++;
            return new AnyTest();
        }

        if (!Current.IsWord("not") || !Ahead(1).Is("("))
            return new AnyOfTest(TestList(input), false);
        var place = Here;
        at += 2;
        var tests = TestList(input);
        Expect(")");
        if (Current.Kind == TokenKind.End || tests is not [ExpressionTest { Expression: var negand }])
            return new AnyOfTest(tests, true);
        // not(a) and b: after all a call of the function.
        var not = Library.Index.Find(Negation, 0)!.Value.Value;
        ready = new BuiltinCallNode(place, not, new([negand], null), not.Candidates(1, null));
        return new AnyOfTest(TestList(input), false);
    }

    private static readonly Token[] Negation = Lexer.Split("not");

    // What was read in brackets before it was clear that it begins a longer expression.
    private Node? ready;

    private List<TestNode> TestList(Variable input)
    {
        var tests = new List<TestNode>();
        do
            tests.Add(Checked(Test(input), input));
        while (Take(","));
        return tests;
    }

    private TestNode Test(Variable input)
    {
        var place = Here;
        if (ready is null && Current.Kind == TokenKind.Symbol && Comparisons.TryGetValue(Current.Text, out var op))
        {
            at++;
            var endpoint = Sum();
            if (!StaticTypes.Comparable(op, input.Type, endpoint.Type))
                Report(place, Messages.NotComparable(BinaryNode.Sign(op), input.Type, endpoint.Type));
            return new ComparisonTest(place, op, endpoint);
        }

        var before = used.Remove(input);
        var expression = Expression();
        var asked = used.Contains(input);
        if (before)
            used.Add(input);
        var condition = asked || (expression.Type.Kind == FeelKind.Boolean && input.Type.Kind is not (FeelKind.Boolean or FeelKind.Any or FeelKind.Null or FeelKind.List) && expression.Constant is null);
        return new ExpressionTest(place, expression, input, condition);
    }

    private TestNode Checked(TestNode test, Variable input)
    {
        if (test is ExpressionTest { Condition: false } value && !CanHold(value.Expression.Type, input.Type))
            Report(value.Place, Messages.NotComparable("in", input.Type, value.Expression.Type));
        return test;
    }

    private static bool CanHold(FeelType set, FeelType value) => set.MayBe(value)
        || (set.Kind is FeelKind.List or FeelKind.Range && CanHold(set.Element!, value));

    private InNode In(Place place, Node value)
    {
        var inner = scope.Child();
        var input = inner.Declare("?", value.Type);
        return Within(inner, () =>
        {
            return new InNode(place, value, input, Current.Is("(") ? InBrackets(input) : InOperand(input));
        });
    }

    /// <summary>(a, b) is a list of tests, but (1..5] a range, and (a).b or (a) + b an expression.</summary>
    private TestNode InBrackets(Variable input)
    {
        var place = Here;
        at++;
        if (Current.Is(".."))
        {
            ready = RangeUpTo(place);
            return InOperand(input);
        }

        var tests = new List<TestNode> { Test(input) };
        if (tests[0] is ExpressionTest { Expression: var start } && Current.Is(".."))
        {
            ready = RangeEnd(place, start, false);
            return InOperand(input);
        }

        while (Take(","))
            tests.Add(Test(input));
        Expect(")");
        if (tests is [ExpressionTest { Expression: var first }] && Current is { Kind: TokenKind.Symbol, Text: "." or "[" or "(" or "+" or "-" or "*" or "/" or "**" })
        {
            ready = first;
            return InOperand(input);
        }

        foreach (var test in tests)
            Checked(test, input);
        return new AnyOfTest(tests, false);
    }

    private TestNode InOperand(Variable input)
    {
        if (ready is null && Current.Kind == TokenKind.Symbol && Comparisons.ContainsKey(Current.Text))
            return Test(input);
        var place = Here;
        var operand = Sum();
        if (!CanHold(operand.Type, input.Type))
            Report(place, Messages.NotComparable("in", input.Type, operand.Type));
        return new ExpressionTest(place, operand, input, false);
    }
}
