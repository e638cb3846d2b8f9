using System.Xml.Linq;
using Tongban.Flows.Checking;
using Tongban.Flows.Drawing;
using Tongban.Flows.Reading;
using Tongban.Flows.Stepping;

namespace Tongban.Flows;

/// <summary>A flow: read from BPMN 2.0 (ISO/IEC 19510), checked, and then stepped. Immutable; any number of cases share one.</summary>
public sealed class Flow
{
    private readonly Dictionary<string, FlowNode> nodes;
    private readonly Dictionary<string, SequenceFlow> ways;
    private readonly ILookup<string, SequenceFlow> into;
    private readonly ILookup<string, SequenceFlow> outOf;
    private readonly ILookup<string, FlowNode> edges;

    internal Flow(string id, string name, IReadOnlyList<FlowNode> nodes, IReadOnlyList<SequenceFlow> ways, XDocument file)
    {
        (Id, Name, Nodes, Ways, File) = (id, name, nodes, ways, file);
        this.nodes = nodes.ToDictionary(n => n.Id);
        this.ways = ways.ToDictionary(w => w.Id);
        into = ways.ToLookup(w => w.To);
        outOf = ways.ToLookup(w => w.From);
        edges = nodes.Where(n => n.AttachedTo is not null).ToLookup(n => n.AttachedTo!);
    }

    /// <summary>The process's id.</summary>
    public string Id { get; }

    /// <summary>The process's name; its id where the file gives none.</summary>
    public string Name { get; }

    /// <summary>All nodes, in the order of the file.</summary>
    public IReadOnlyList<FlowNode> Nodes { get; }

    /// <summary>All ways between them, in the order of the file: exclusive gateways try them in this order.</summary>
    public IReadOnlyList<SequenceFlow> Ways { get; }

    internal XDocument File { get; }

    /// <summary>Reads a file: one process, with the elements of <see cref="NodeKind"/> and no others. What reads without a problem
    /// can neither hang nor run for ever, whatever the conditions say.</summary>
    /// <param name="bytes">BPMN 2.0 XML, at most 4 MiB.</param>
    /// <param name="checkExpression">Says what is wrong with an expression (Chinese, English); null: nothing is.</param>
    public static Result<Flow> Read(byte[] bytes, Func<string, (string Zh, string En)?>? checkExpression = null)
    {
        var problems = new List<Problem>();
        if (SafeXml.Read(bytes, problems) is not { } file) return new(null, problems);
        var flow = FlowReader.Read(file, checkExpression ?? (_ => null), problems);
        if (flow is not null && problems.Count == 0) Structure.Check(flow, problems);
        if (flow is not null && problems.Count == 0) Soundness.Check(flow, problems);
        return problems.Count == 0 ? new(flow, []) : new(null, problems);
    }

    /// <summary>Reads the text of a file.</summary>
    /// <param name="text">BPMN 2.0 XML.</param>
    /// <param name="checkExpression">Says what is wrong with an expression (Chinese, English); null: nothing is.</param>
    public static Result<Flow> Read(string text, Func<string, (string Zh, string En)?>? checkExpression = null) =>
        Read(System.Text.Encoding.UTF8.GetBytes(text), checkExpression);

    /// <summary>Begins a run of the flow.</summary>
    /// <param name="facts">The surroundings.</param>
    /// <returns>The first state with its commands, or why the flow cannot begin.</returns>
    public Result<FlowStep> Start(FlowFacts facts) => new Stepper(this, facts).Start();

    /// <summary>What an event makes of a state. The state given is not changed; a refused step changes nothing.</summary>
    /// <param name="state">Where the flow stands.</param>
    /// <param name="what">What happened.</param>
    /// <param name="facts">The surroundings.</param>
    /// <returns>The next state with its commands, or why the event does not fit.</returns>
    public Result<FlowStep> Step(FlowState state, FlowEvent what, FlowFacts facts) => new Stepper(this, facts).Step(state, what);

    /// <summary>The diagram of the file as SVG: what is done, what is under way, what is still to come by classes, no script, no inline style.</summary>
    /// <param name="state">Where the flow stands; null: nowhere.</param>
    /// <param name="done">Ids of the nodes that were passed.</param>
    /// <returns>The element; null where the file holds no diagram.</returns>
    public string? Draw(FlowState? state = null, IReadOnlySet<string>? done = null) => FlowDrawing.Draw(this, state, done ?? new HashSet<string>());

    /// <summary>The file as it was read, with its diagram and whatever other tools have put into it.</summary>
    public byte[] ToXml()
    {
        using var memory = new MemoryStream();
        File.Save(memory, SaveOptions.DisableFormatting);
        return memory.ToArray();
    }

    /// <summary>A node by its id.</summary>
    /// <param name="id">The id in the file.</param>
    public FlowNode? Find(string id) => nodes.GetValueOrDefault(id);

    internal FlowNode Node(string id) => nodes[id];

    internal SequenceFlow? Way(string id) => ways.GetValueOrDefault(id);

    internal IEnumerable<SequenceFlow> Into(FlowNode node) => into[node.Id];

    internal IEnumerable<SequenceFlow> OutOf(FlowNode node) => outOf[node.Id];

    /// <summary>The boundary events on an activity's edge.</summary>
    internal IEnumerable<FlowNode> Edge(FlowNode activity) => edges[activity.Id];

    internal FlowNode StartOf(string container) => Nodes.Single(n => n.Container == container && n.Kind == NodeKind.Start);
}
