using Tongban.Decisions.Dmn;
using Tongban.Decisions.Running;
using Tongban.Decisions.Syntax;

namespace Tongban.Decisions;

/// <summary>A decision service (6.3.10): a part of the model with an interface of its own.</summary>
public sealed class DmnService
{
    private readonly ServiceFunction function;

    internal DmnService(ServiceFunction function) => this.function = function;

    /// <summary>The name.</summary>
    public string Name => function.Text;

    /// <summary>What it takes: input data, then input decisions, as when it is called as a function.</summary>
    public IReadOnlyList<DmnInput> Parameters => [.. function.Parameters.Select(p => new DmnInput(p.Name, p.Type))];

    /// <summary>The names of the output decisions.</summary>
    public IReadOnlyList<string> Outputs => function.Outputs;

    // What is not given is null: a service never computes its input decisions itself.
    private FeelValue[] Arguments(Run run, FeelContext inputs)
    {
        foreach (var parameter in function.Parameters)
            if (!inputs.Contains(parameter.Name))
                run.Report(new Place(new Source("", 0, 0, Name), 0).Problem(Messages.MissingInput(parameter.Name), Severity.Warning));
        return [.. function.Parameters.Select(p => inputs[p.Name])];
    }

    /// <summary>Evaluates the output decisions: one gives its value, several a context. Never throws on data.</summary>
    /// <param name="inputs">Values of input data and input decisions by name.</param>
    /// <param name="options">Time, fuel.</param>
    public Evaluation Evaluate(FeelContext inputs, EvaluationOptions? options = null)
    {
        var run = new Run(options ?? EvaluationOptions.Default);
        try
        {
            return new(function.Call(run, new Place(new Source("", 0, 0, Name), 0), Arguments(run, inputs)), run.Diagnostics);
        }
        catch (GivenUp reason)
        {
            run.Fail(new Place(new Source("", 0, 0, Name), 0), reason.Reason);
            return new(FeelValue.Null, run.Diagnostics);
        }
    }
}
