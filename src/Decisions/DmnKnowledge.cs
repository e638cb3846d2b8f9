using Tongban.Decisions.Dmn;
using Tongban.Decisions.Running;
using Tongban.Decisions.Syntax;

namespace Tongban.Decisions;

/// <summary>A business knowledge model (6.3.9): a function that decisions call.</summary>
public sealed class DmnKnowledge
{
    private readonly KnowledgeFunction function;

    internal DmnKnowledge(KnowledgeFunction function) => this.function = function;

    /// <summary>The name.</summary>
    public string Name => function.Text;

    /// <summary>The formal parameters.</summary>
    public IReadOnlyList<DmnInput> Parameters => [.. function.Parameters.Select(p => new DmnInput(p.Name, p.Type))];

    /// <summary>Calls it by itself. Never throws on data.</summary>
    /// <param name="arguments">Values by the names of the parameters; a missing one is null.</param>
    /// <param name="options">Time, fuel.</param>
    public Evaluation Evaluate(FeelContext arguments, EvaluationOptions? options = null)
    {
        var run = new Run(options ?? EvaluationOptions.Default);
        var place = new Place(new Source("", 0, 0, Name), 0);
        try
        {
            var value = function.Call(run, place, [.. function.Parameters.Select(p => arguments[p.Name])]);
            return new(value, run.Diagnostics) { HitRules = run.Hits };
        }
        catch (GivenUp reason)
        {
            run.Fail(place, reason.Reason);
            return new(FeelValue.Null, run.Diagnostics);
        }
    }
}
