namespace Tongban.Flows;

/// <summary>Why a file is no flow, or why a step was refused: what is wrong, where, and what to do.</summary>
/// <param name="Code">Stable, such as <c>flow-element</c>; all are in Messages.cs.</param>
/// <param name="Node">The element's id; null: none in particular.</param>
/// <param name="Line">Line in the file from 1; 0: no place.</param>
/// <param name="Zh">In Chinese.</param>
/// <param name="En">In English.</param>
public sealed record Problem(string Code, string? Node, int Line, string Zh, string En);

/// <summary>A value, or the problems that stand in its way.</summary>
/// <typeparam name="T">What was asked for.</typeparam>
public sealed record Result<T> where T : class
{
    internal Result(T? value, IReadOnlyList<Problem> problems) => (Value, Problems) = (value, problems);

    /// <summary>The value; null when there are problems.</summary>
    public T? Value { get; }

    /// <summary>What is wrong; empty when there is a value.</summary>
    public IReadOnlyList<Problem> Problems { get; }
}

/// <summary>A step: where the flow stands now, and what must be done outside.</summary>
/// <param name="State">The new state.</param>
/// <param name="Commands">In the order in which they arose.</param>
public sealed record FlowStep(FlowState State, IReadOnlyList<FlowCommand> Commands);
