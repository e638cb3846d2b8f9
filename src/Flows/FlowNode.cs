namespace Tongban.Flows;

/// <summary>What a node of a flow does (BPMN 2.0.2, clauses 10.2–10.5). There are no others: anything else is refused when the file is read.</summary>
public enum NodeKind
{
    /// <summary>Where a process or subprocess begins: a start event without a trigger.</summary>
    Start,
    /// <summary>Takes its token away.</summary>
    End,
    /// <summary>Takes away every token of its process or subprocess.</summary>
    Terminate,
    /// <summary>A person does something.</summary>
    UserTask,
    /// <summary>A part of the system does something.</summary>
    ServiceTask,
    /// <summary>Rules decide something.</summary>
    BusinessRuleTask,
    /// <summary>Another flow runs from its start to its end.</summary>
    CallActivity,
    /// <summary>A flow within the flow.</summary>
    SubProcess,
    /// <summary>One way out of several, the first whose condition holds.</summary>
    Exclusive,
    /// <summary>Waits for all ways in, then takes all ways out.</summary>
    Parallel,
    /// <summary>Waits for every way in on which a token can still come, then takes every way out whose condition holds.</summary>
    Inclusive,
    /// <summary>Waits until a time.</summary>
    TimerCatch,
    /// <summary>Waits for a message.</summary>
    MessageCatch,
    /// <summary>On the edge of an activity: a time that comes while it runs.</summary>
    TimerBoundary,
    /// <summary>On the edge of an activity: a message that comes while it runs.</summary>
    MessageBoundary,
}

/// <summary>A node of a flow.</summary>
public sealed record FlowNode
{
    /// <summary>The id in the file.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it; the id where the file gives no name.</summary>
    public required string Name { get; init; }

    /// <summary>What it does.</summary>
    public required NodeKind Kind { get; init; }

    /// <summary>The id of the process or subprocess in which it stands.</summary>
    public required string Container { get; init; }

    /// <summary>Line in the file, from 1.</summary>
    public int Line { get; init; }

    /// <summary>Of a user task: who shall do it.</summary>
    public TaskOwner? Owner { get; init; }

    /// <summary>Of a service or business-rule task: which service or decision. Of a call activity: which flow.</summary>
    public string? Uses { get; init; }

    /// <summary>Of a timer: when.</summary>
    public FlowTimer? Timer { get; init; }

    /// <summary>Of a message event: the message's name.</summary>
    public string? Message { get; init; }

    /// <summary>Of a boundary event: the activity on whose edge it stands.</summary>
    public string? AttachedTo { get; init; }

    /// <summary>Of a boundary event: whether it ends the activity.</summary>
    public bool Interrupts { get; init; }

    /// <summary>Of an activity: that it is done several times.</summary>
    public MultiInstance? Multi { get; init; }

    /// <summary>Of a gateway: the way out when no condition holds (a sequence flow's id).</summary>
    public string? Default { get; init; }

    /// <summary>Whether a token rests here until something comes from outside.</summary>
    public bool Waits => Kind is NodeKind.UserTask or NodeKind.ServiceTask or NodeKind.BusinessRuleTask or NodeKind.CallActivity
        or NodeKind.TimerCatch or NodeKind.MessageCatch;

    /// <summary>Whether boundary events may stand on its edge.</summary>
    public bool IsActivity => Kind is NodeKind.UserTask or NodeKind.ServiceTask or NodeKind.BusinessRuleTask or NodeKind.CallActivity or NodeKind.SubProcess;
}

/// <summary>Who shall do a user task; each null where the flow leaves it open.</summary>
/// <param name="Role">The role: handle, check, approve, or another name the hall knows.</param>
/// <param name="Authority">The authority's code.</param>
/// <param name="Office">The office that is asked first.</param>
/// <param name="Days">Its own limit, in working days.</param>
public sealed record TaskOwner(string? Role, string? Authority, string? Office, int? Days);

/// <summary>When a timer goes off.</summary>
/// <param name="Kind">Whether the text is a duration or a date.</param>
/// <param name="Text">As in the file: <c>P5D</c>, <c>2026-12-01</c>, or an expression of the caller's language.</param>
public sealed record FlowTimer(TimerKind Kind, string Text);

/// <summary>What a timer's text is.</summary>
public enum TimerKind
{
    /// <summary>How long from now.</summary>
    Duration,
    /// <summary>Until when.</summary>
    Date,
}

/// <summary>会签: an activity that is done several times.</summary>
/// <param name="Count">How often: a number or an expression of the caller's language that gives one.</param>
/// <param name="Sequential">One after the other; otherwise all at once.</param>
/// <param name="Until">Condition under which the rest is not waited for; null: all must be done.</param>
public sealed record MultiInstance(string Count, bool Sequential, string? Until);

/// <summary>A way from one node to another.</summary>
/// <param name="Id">The id in the file.</param>
/// <param name="Name">What people call it; null where the file gives no name.</param>
/// <param name="From">Id of the node where it begins.</param>
/// <param name="To">Id of the node where it ends.</param>
/// <param name="Condition">Expression of the caller's language; null: always.</param>
/// <param name="Line">Line in the file, from 1.</param>
public sealed record SequenceFlow(string Id, string? Name, string From, string To, string? Condition, int Line);
