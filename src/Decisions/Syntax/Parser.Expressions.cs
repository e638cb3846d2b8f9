using Tongban.Decisions.Syntax.Nodes;

namespace Tongban.Decisions.Syntax;

/// <summary>Expressions by precedence, loosest first.</summary>
internal sealed partial class Parser
{
    private static readonly Dictionary<string, Operator> Comparisons = new(StringComparer.Ordinal)
    {
        ["="] = Operator.Equal,
        ["!="] = Operator.NotEqual,
        ["<"] = Operator.Less,
        ["<="] = Operator.LessOrEqual,
        [">"] = Operator.Greater,
        [">="] = Operator.GreaterOrEqual,
    };

    private static readonly Dictionary<string, Operator> Sums = new(StringComparer.Ordinal) { ["+"] = Operator.Add, ["-"] = Operator.Subtract };
    private static readonly Dictionary<string, Operator> Products = new(StringComparer.Ordinal) { ["*"] = Operator.Multiply, ["/"] = Operator.Divide };
    private static readonly Dictionary<string, Operator> Powers = new(StringComparer.Ordinal) { ["**"] = Operator.Power };

    private Node Expression() => Nested(Disjunction);

    private Node Disjunction()
    {
        var left = Conjunction();
        while (Current.IsWord("or"))
            left = Logical(Operator.Or, left, Conjunction);
        return left;
    }

    private Node Conjunction()
    {
        var left = Comparison();
        while (Current.IsWord("and"))
            left = Logical(Operator.And, left, Comparison);
        return left;
    }

    private BinaryNode Logical(Operator op, Node left, Func<Node> operand)
    {
        var place = Here;
        at++;
        links++;
        var right = operand();
        RequireBoolean(left, op);
        RequireBoolean(right, op);
        return new BinaryNode(place, FeelType.Boolean, op, left, right);
    }

    private void RequireBoolean(Node node, Operator op)
    {
        if (!node.Type.MayBe(FeelType.Boolean))
            Report(node.Place, Messages.NotBoolean(BinaryNode.Sign(op), node.Type));
    }

    private Node Comparison()
    {
        var left = Sum();
        while (true)
        {
            var place = Here;
            if (Current.Kind == TokenKind.Symbol && Comparisons.TryGetValue(Current.Text, out var op))
            {
                at++;
                links++;
                var right = Sum();
                if (!StaticTypes.Comparable(op, left.Type, right.Type))
                    Report(place, Messages.NotComparable(BinaryNode.Sign(op), left.Type, right.Type));
                left = new BinaryNode(place, FeelType.Boolean, op, left, right);
            }
            else if (TakeWord("between"))
            {
                var low = Sum();
                ExpectWord("and");
                var high = Sum();
                foreach (var end in new[] { low, high })
                    if (!StaticTypes.Comparable(Operator.Less, left.Type, end.Type))
                        Report(place, Messages.NotComparable("between", left.Type, end.Type));
                left = new BetweenNode(place, left, low, high);
            }
            else if (TakeWord("in"))
            {
                left = In(place, left);
            }
            else
            {
                return left;
            }

            if (TooDeep())
                return Fail(Current, Messages.TooDeep());
        }
    }

    private Node Sum() => Chain(Product, Sums);

    private Node Product() => Chain(Exponentiation, Products);

    private Node Exponentiation() => Chain(Unary, Powers);

    private Node Chain(Func<Node> operand, Dictionary<string, Operator> signs)
    {
        var left = operand();
        while (Current.Kind == TokenKind.Symbol && signs.TryGetValue(Current.Text, out var op))
        {
            var place = Here;
            at++;
            if (links++ > LongestChain)
                return Fail(Current, Messages.TooDeep());
            var right = operand();
            var type = StaticTypes.Of(op, left.Type, right.Type);
            if (type is null)
                Report(place, Messages.NoResult(BinaryNode.Sign(op), left.Type, right.Type));
            left = new BinaryNode(place, type ?? FeelType.Any, op, left, right);
        }

        return left;
    }

    private Node Unary()
    {
        var place = Here;
        if (ready is not null || !Take("-"))
            return InstanceOf();
        if (Current.Kind == TokenKind.Number && FeelNumber.TryParse(Current.Text, out var number))
        {
            // The sign belongs to the literal: -1 instance of number.
            at++;
            ready = new LiteralNode(place, -number);
            return InstanceOf();
        }

        var operand = Nested(Unary);
        var type = StaticTypes.Negated(operand.Type);
        if (type is null)
            Report(place, Messages.NotNegatable(operand.Type));
        return new NegationNode(place, type ?? FeelType.Any, operand);
    }

    private Node InstanceOf()
    {
        var value = Postfix();
        while (Current.IsWord("instance") && Ahead(1).IsWord("of"))
        {
            var place = Here;
            at += 2;
            var start = Current.Start;
            var known = problems.Count;
            var type = Type();
            value = new InstanceOfNode(place, value, type, source.Text[start..Math.Max(start, tokens[Math.Max(at - 1, 0)].End)], problems.Count == known);
        }

        return value;
    }
}
