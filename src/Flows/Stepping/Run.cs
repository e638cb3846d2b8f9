namespace Tongban.Flows.Stepping;

/// <summary>A state while it is being changed, with the commands that arise. The state it was made from stays as it was.</summary>
internal sealed class Run
{
    private readonly SortedDictionary<int, FlowToken> tokens = [];
    private readonly Dictionary<int, FlowScope> scopes = [];
    private readonly List<FlowCommand> commands = [];
    private int next = 1;

    public Run()
    {
    }

    public Run(FlowState state)
    {
        next = state.Next;
        foreach (var scope in state.Scopes) scopes.Add(scope.Id, scope);
        foreach (var token in state.Tokens) tokens.Add(token.Id, token);
    }

    /// <summary>In the order in which they were made.</summary>
    public IEnumerable<FlowToken> Tokens => tokens.Values;

    public int Count => tokens.Count;

    public FlowStep Finish() => new(new FlowState(next, [.. scopes.Values.OrderBy(s => s.Id)], [.. tokens.Values]), commands);

    public void Say(FlowCommand command) => commands.Add(command);

    public FlowToken? Find(int id) => tokens.GetValueOrDefault(id);

    public FlowToken Add(int scope, string at, int instance = 0) => Put(new FlowToken(next++, scope, at) { Instance = instance });

    public FlowToken Put(FlowToken token) => tokens[token.Id] = token;

    public void Remove(FlowToken token) => tokens.Remove(token.Id);

    public IReadOnlyList<FlowToken> In(int scope) => [.. tokens.Values.Where(t => t.Scope == scope)];

    public FlowScope Scope(int id) => scopes[id];

    public bool Has(int scope) => scopes.ContainsKey(scope);

    public FlowScope AddScope(string node, int? parent)
    {
        var scope = new FlowScope(next++, node, parent);
        scopes.Add(scope.Id, scope);
        return scope;
    }

    public void Remove(FlowScope scope) => scopes.Remove(scope.Id);

    /// <summary>What runs inside a token: a subprocess, or the repetitions of an activity.</summary>
    public FlowScope? Inside(FlowToken token) => scopes.Values.FirstOrDefault(s => s.Parent == token.Id);

    /// <summary>A scope in which nothing is under way any more; null: there is none.</summary>
    public FlowScope? Empty() => scopes.Values.Where(s => tokens.Values.All(t => t.Scope != s.Id)).MaxBy(s => s.Id);
}
