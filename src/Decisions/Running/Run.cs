using System.Runtime.CompilerServices;
using Tongban.Decisions.Syntax;

namespace Tongban.Decisions.Running;

/// <summary>A compiled expression. It reads its variables by slot and touches no shared state.</summary>
internal delegate FeelValue Code(Frame frame);

/// <summary>A compiled test of a value: true, false, or null when the value cannot be compared.</summary>
internal delegate bool? Predicate(Frame frame, FeelValue value);

/// <summary>The variables of one activation of an expression or function body.</summary>
internal sealed class Frame(Run run, FeelValue[] slots, Frame? parent = null)
{
    public Run Run => run;
    public FeelValue[] Slots => slots;
    public Frame? Parent => parent;
}

/// <summary>The fuel ran out or the stack came to its end: caught where the evaluation began.</summary>
internal sealed class GivenUp(Message message) : InvalidOperationException(message.En)
{
    public Message Reason => message;
}

/// <summary>What a table records for the explanation.</summary>
internal sealed record TableTrace(string HitPolicy, IReadOnlyList<RuleTrace> Rules, IReadOnlyList<NearRule> Nearest);

/// <summary>One evaluation: its fuel and its diagnostics.</summary>
internal sealed class Run(EvaluationOptions options)
{
    private const int MostDiagnostics = 100;

    private const int DeepestCalls = 1000;

    // A call costs about as much as so many rounds of a loop.
    private const int CallSteps = 4;

    private long fuel = options.Fuel;
    private TimeSpan patience = TimeSpan.FromSeconds(1);
    private int calls;
    private List<Problem>? diagnostics;

    public EvaluationOptions Options => options;
    public bool Explain => options.Explain;
    public IReadOnlyList<Problem> Diagnostics => diagnostics ?? (IReadOnlyList<Problem>)[];

    /// <summary>The rules that hit in the table evaluated last, from 1.</summary>
    public int[] Hits { get; set; } = [];

    /// <summary>What the table evaluated last recorded, when explaining.</summary>
    public TableTrace? Table { get; set; }

    public void Burn(long steps = 1)
    {
        if ((fuel -= steps) < 0)
            throw new GivenUp(Messages.OutOfFuel());
    }

    /// <summary>Patterns can cost much at every step: together they get a second.</summary>
    public void Waited(TimeSpan time)
    {
        if ((patience -= time) < TimeSpan.Zero)
            throw new GivenUp(Messages.OutOfFuel());
    }

    /// <summary>Enters a call; to be left by <see cref="Leave"/>.</summary>
    public void Enter()
    {
        Burn(CallSteps);
        if (++calls > DeepestCalls || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw new GivenUp(Messages.TooDeep());
    }

    public void Leave() => calls--;

    /// <summary>Pays for a value that was made: long strings and large lists cost more.</summary>
    public FeelValue Pay(FeelValue value)
    {
        Burn(value.Weight / 8);
        return value;
    }

    /// <summary>Notes why something became null, and gives null.</summary>
    public FeelValue Fail(Place place, Message message)
    {
        Report(place.Problem(message));
        return FeelValue.Null;
    }

    /// <summary>Notes that nothing came of nothing: a null that only passes an earlier one on is worth a warning, no error.</summary>
    public FeelValue Pass(Place place, Message message)
    {
        Report(place.Problem(message, Severity.Warning));
        return FeelValue.Null;
    }

    public void Report(Problem problem)
    {
        diagnostics ??= [];
        if (diagnostics.Count < MostDiagnostics && !diagnostics.Contains(problem))
            diagnostics.Add(problem);
    }
}
