using Tongban.Decisions.Running;
using Tongban.Decisions.Syntax;
using Tongban.Decisions.Syntax.Nodes;

namespace Tongban.Decisions;

/// <summary>A compiled expression. Immutable and safe to use from many threads.</summary>
public sealed class FeelExpression
{
    private readonly Node root;
    private readonly Code code;
    private readonly Variable[] inputs;
    private readonly Layout layout;

    private FeelExpression(string text, Node root, Scope scope, IReadOnlySet<string> uses)
    {
        (Text, this.root, Uses) = (text, root, uses);
        code = root.Compile();
        inputs = [.. scope.FreeVariables];
        layout = scope.Layout;
    }

    /// <summary>The text as it was written.</summary>
    public string Text { get; }

    /// <summary>The static type of the result.</summary>
    public FeelType Type => root.Type;

    /// <summary>The names of the scope that are used, each with the longest path: <c>学历.层次</c>. <c>?</c> of unary tests is not among them.</summary>
    public IReadOnlySet<string> Uses { get; }

    /// <summary>Evaluates. Never throws on data.</summary>
    /// <param name="inputs">Values for the names in use; a missing one is null and reported.</param>
    /// <param name="options">Time, fuel.</param>
    public Evaluation Evaluate(FeelContext inputs, EvaluationOptions? options = null)
    {
        var run = new Run(options ?? EvaluationOptions.Default);
        try
        {
            var slots = new FeelValue[layout.Count];
            foreach (var input in this.inputs)
            {
                if (!inputs.TryGet(input.Name, out slots[input.Slot]))
                    run.Report(new Place(new Source(Text), 0).Problem(Messages.MissingInput(input.Name), Severity.Warning));
            }

            var value = code(new Frame(run, slots));
            return new(value, run.Diagnostics);
        }
        catch (GivenUp reason)
        {
            run.Fail(new Place(new Source(Text), 0), reason.Reason);
            return new(FeelValue.Null, run.Diagnostics);
        }
    }

    /// <summary>The expression in canonical form: parsed again it is the same expression.</summary>
    public override string ToString() => root.ToString();

    internal static Parsed<FeelExpression> Compile(string text, FeelScope scope, FeelType? input)
    {
        var root = Scope.Root(input is null ? scope : scope.With("?", input));
        var parser = new Parser(new Source(text), root);
        var node = input is null ? parser.WholeExpression() : parser.WholeTests(root.Free("?", input));
        return new(node is null ? null : new FeelExpression(text, node, root, parser.Uses), parser.Problems);
    }
}
