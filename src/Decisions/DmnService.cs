using Tongban.Decisions.Dmn;
using Tongban.Decisions.Running;
using Tongban.Decisions.Syntax;

namespace Tongban.Decisions;

/// <summary>A decision service (6.3.10): a part of the model with an interface of its own.</summary>
public sealed class DmnService
{
    private readonly ServiceFunction function;
    private readonly int size;

    internal DmnService(ServiceFunction function, int size) => (this.function, this.size) = (function, size);

    /// <summary>The name.</summary>
    public string Name => function.Text;

    /// <summary>What it takes: input data, then input decisions, as when it is called as a function.</summary>
    public IReadOnlyList<DmnInput> Parameters => [.. function.Parameters.Select(p => new DmnInput(p.Name, p.Type))];

    /// <summary>The names of the output decisions.</summary>
    public IReadOnlyList<string> Outputs => function.Outputs;

    /// <summary>Evaluates the output decisions: one gives its value, several a context. Never throws on data.</summary>
    /// <param name="inputs">Values of input data and input decisions by name.</param>
    /// <param name="options">Time, fuel.</param>
    public Evaluation Evaluate(FeelContext inputs, EvaluationOptions? options = null)
    {
        var run = new Run(options ?? EvaluationOptions.Default);
        try
        {
            return new(function.Decide(new ModelRun(run, inputs, size)), run.Diagnostics);
        }
        catch (GivenUp reason)
        {
            run.Fail(new Place(new Source("", 0, 0, Name), 0), reason.Reason);
            return new(FeelValue.Null, run.Diagnostics);
        }
    }
}
