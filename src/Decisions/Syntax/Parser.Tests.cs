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

        if (Current.IsWord("not") && Ahead(1).Is("(") && ClosesAtEnd())
        {
            at += 2;
            var negated = new AnyOfTest(TestList(input), true);
            Expect(")");
            return negated;
        }

        return new AnyOfTest(TestList(input), false);
    }

    // not(a), b is a call of the function not; not(a, b) is a negation of tests.
    private bool ClosesAtEnd()
    {
        var depth = 0;
        for (var i = 1; Ahead(i).Kind != TokenKind.End; i++)
        {
            depth += Ahead(i).Kind != TokenKind.Symbol ? 0 : Ahead(i).Text switch { "(" => 1, ")" => -1, _ => 0 };
            if (depth == 0)
                return Ahead(i + 1).Kind == TokenKind.End;
        }

        return false;
    }

    private List<TestNode> TestList(Variable input)
    {
        var tests = new List<TestNode>();
        do
            tests.Add(Test(input));
        while (Take(","));
        return tests;
    }

    private TestNode Test(Variable input)
    {
        var place = Here;
        if (Current.Kind == TokenKind.Symbol && Comparisons.TryGetValue(Current.Text, out var op))
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
        if (!condition && !CanHold(expression.Type, input.Type))
            Report(place, Messages.NotComparable("in", input.Type, expression.Type));
        return new ExpressionTest(place, expression, input, condition);
    }

    private static bool CanHold(FeelType set, FeelType value) => set.MayBe(value)
        || (set.Kind is FeelKind.List or FeelKind.Range && CanHold(set.Element!, value));

    private InNode In(Place place, Node value)
    {
        var inner = scope.Child();
        var input = inner.Declare("?", value.Type);
        return Within(inner, () =>
        {
            // (a, b) is a list of tests, but (1..5] is a range and (a) + b an expression.
            if (Current.Is("(") && !OpensExpression())
            {
                at++;
                var tests = TestList(input);
                Expect(")");
                return new InNode(place, value, input, new AnyOfTest(tests, false));
            }

            return new InNode(place, value, input, InOperand(input));
        });
    }

    private TestNode InOperand(Variable input)
    {
        if (Current.Kind == TokenKind.Symbol && Comparisons.ContainsKey(Current.Text))
            return Test(input);
        var place = Here;
        var operand = Sum();
        if (!CanHold(operand.Type, input.Type))
            Report(place, Messages.NotComparable("in", input.Type, operand.Type));
        return new ExpressionTest(place, operand, input, false);
    }

    // Whether the bracket here holds a range, or something goes on behind it.
    private bool OpensExpression()
    {
        var depth = 0;
        for (var i = 0; Ahead(i).Kind != TokenKind.End; i++)
        {
            var token = Ahead(i);
            if (token.Kind != TokenKind.Symbol)
                continue;
            if (token.Text == ".." && depth == 1)
                return IsRange(i);
            depth += token.Text switch { "(" or "{" => 1, ")" or "}" => -1, _ => 0 };
            if (depth == 0)
                return Ahead(i + 1) is { Kind: TokenKind.Symbol, Text: "." or "[" or "(" or "+" or "-" or "*" or "/" or "**" };
        }

        return false;
    }

    // (1..5] opens a range; ([1..5], 7) is a list of tests with a range in it.
    private bool IsRange(int dots)
    {
        for (var i = 1; i < dots; i++)
            if (Ahead(i).Is("[") || Ahead(i).Is("]") || Ahead(i).Is(","))
                return false;
        return true;
    }
}
