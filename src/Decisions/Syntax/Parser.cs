using System.Runtime.CompilerServices;
using Tongban.Decisions.Syntax.Nodes;

namespace Tongban.Decisions.Syntax;

/// <summary>
/// Recursive descent over the grammar of clause 10.3.1.2. It resolves names and types as it goes, since in FEEL the scope decides
/// where a name ends. The first syntax error jumps to the end of the text, so that everything unwinds by itself.
/// </summary>
internal sealed partial class Parser(Source source, Scope scope)
{
    private const int DeepestNesting = 150;
    private const int LongestChain = 2000;
    private const int MostProblems = 100;

    private readonly Token[] tokens = Lexer.Split(source.Text);
    private readonly List<Problem> problems = [];
    private readonly HashSet<Variable> used = [];
    private readonly SortedSet<string> uses = new(StringComparer.Ordinal);
    private int at;
    private int nesting;
    private int links;
    private bool failed;

    public IReadOnlyList<Problem> Problems => problems;
    public IReadOnlySet<string> Uses => uses;

    private Token Current => tokens[at];

    private Token Ahead(int n) => tokens[Math.Min(at + n, tokens.Length - 1)];

    private Place Here => new(source, Current.Start);

    public Node? WholeExpression()
    {
        var node = Expression();
        return Finish() ? node : null;
    }

    /// <summary>All of the text as what an iteration runs over: an expression, or <c>from..to</c> (grammar rule 46b).</summary>
    public (Node Domain, Node? To)? WholeDomain()
    {
        var domain = Expression();
        var to = Take("..") ? Expression() : null;
        return Finish() ? (domain, to) : null;
    }

    public FeelType? WholeType()
    {
        var type = Type();
        return Finish() ? type : null;
    }

    private bool Finish()
    {
        if (!failed && Current.Kind != TokenKind.End)
            Unexpected();
        return !failed;
    }

    private bool Take(string symbol)
    {
        if (!Current.Is(symbol))
            return false;
        at++;
        return true;
    }

    private bool TakeWord(string word)
    {
        if (!Current.IsWord(word))
            return false;
        at++;
        return true;
    }

    private void Expect(string symbol)
    {
        if (!Take(symbol))
            Fail(Current, Messages.Expected(symbol, Shown(Current)));
    }

    private void ExpectWord(string word)
    {
        if (!TakeWord(word))
            Fail(Current, Messages.Expected(word, Shown(Current)));
    }

    private Node Unexpected() => Fail(Current, Current.Kind switch
    {
        TokenKind.Bad => Current.Text == "/*" ? Messages.UnclosedComment() : Messages.UnclosedString(),
        TokenKind.End => Messages.UnexpectedEnd(),
        _ => Messages.Unexpected(Shown(Current)),
    });

    private string Shown(Token token) => source.Text[token.Start..token.End];

    private LiteralNode Fail(Token token, Message message)
    {
        if (!failed)
            problems.Add(new Place(source, token.Start).Problem(message));
        failed = true;
        at = tokens.Length - 1;
        return new LiteralNode(new Place(source, token.Start), FeelValue.Null);
    }

    private void Report(Place place, Message message)
    {
        if (!failed && problems.Count < MostProblems)
            problems.Add(place.Problem(message));
    }

    private bool TooDeep() => nesting > DeepestNesting || links > LongestChain || !RuntimeHelpers.TryEnsureSufficientExecutionStack();

    private Node Nested(Func<Node> parse)
    {
        if (TooDeep())
            return Fail(Current, Messages.TooDeep());
        nesting++;
        var node = parse();
        nesting--;
        return node;
    }

    private T Within<T>(Scope inner, Func<T> parse)
    {
        var outer = scope;
        scope = inner;
        var result = parse();
        scope = outer;
        return result;
    }
}
