namespace Tongban.Flows.Tests.Blocks;

/// <summary>What is left of a block: the naive meaning, against which the stepper is held. Immutable.</summary>
internal abstract record Meaning
{
    private static readonly Meaning Nothing = new Together([]);

    public sealed record Task(int Id) : Meaning;

    public sealed record Together(IReadOnlyList<Meaning> Parts) : Meaning;

    public sealed record Then(Meaning Now, IReadOnlyList<Block> Rest) : Meaning;

    public sealed record Loop(Meaning Now, Block.Again Block) : Meaning;

    public sealed record Edged(Meaning Now, Block.Unless Block) : Meaning;

    public bool IsDone => this is Together { Parts.Count: 0 };

    public IEnumerable<string> Open => this switch
    {
        Task task => [$"t{task.Id}"],
        Together(var parts) => parts.SelectMany(p => p.Open),
        Then(var now, _) => now.Open,
        Loop(var now, _) => now.Open,
        Edged(var now, var block) => now.Open.Append($"late{block.Id}"),
        _ => [],
    };

    public static Meaning Begin(Block block, Func<string, bool> holds) => block switch
    {
        Block.Work(var id) => new Task(id),
        Block.Times { Sequential: false } times => Join(Enumerable.Repeat<Meaning>(new Task(times.Id), times.Count)),
        Block.Times times => Chain(new Task(times.Id), [.. Enumerable.Repeat<Block>(new Block.Work(times.Id), times.Count - 1)], holds),
        Block.Row(var parts) => Chain(Begin(parts[0], holds), [.. parts.Skip(1)], holds),
        Block.All(_, var parts) => Join(parts.Select(p => Begin(p, holds))),
        Block.One(var id, var parts) => Begin(parts[Chosen(id, parts, holds).FirstOrDefault(parts.Count - 1)], holds),
        Block.Some(var id, var parts) => Join(Chosen(id, parts, holds).DefaultIfEmpty(parts.Count - 1).ToList().Select(i => Begin(parts[i], holds))),
        Block.Again again => Turn(Begin(again.Body, holds), again, holds),
        Block.Within(_, var body) => Begin(body, holds),
        Block.Unless unless => Begin(unless.Body, holds) is { IsDone: false } now ? new Edged(now, unless) : Nothing,
        _ => throw new InvalidOperationException(),
    };

    /// <summary>One open task of this name is done, or one timer comes.</summary>
    public Meaning? Do(string name, Func<string, bool> holds) => this switch
    {
        Task task => name == $"t{task.Id}" ? Nothing : null,
        Together(var parts) => parts.Select((p, i) => (Next: p.Do(name, holds), i)).FirstOrDefault(x => x.Next is not null) is ({ } next, var at)
            ? Join(parts.Select((p, i) => i == at ? next : p)) : null,
        Then(var now, var rest) => now.Do(name, holds) is { } next ? Chain(next, rest, holds) : null,
        Loop(var now, var block) => now.Do(name, holds) is { } next ? Turn(next, block, holds) : null,
        Edged(var now, var block) => name == $"late{block.Id}" ? Begin(block.Instead, holds)
            : now.Do(name, holds) is { } next ? next.IsDone ? Nothing : new Edged(next, block) : null,
        _ => null,
    };

    private static IEnumerable<int> Chosen(int id, IReadOnlyList<Block> parts, Func<string, bool> holds) =>
        Enumerable.Range(0, parts.Count - 1).Where(i => holds(Block.Condition(id, i)));

    private static Meaning Join(IEnumerable<Meaning> parts) => parts.Where(p => !p.IsDone).ToList() is var open && open.Count == 1 ? open[0] : new Together(open);

    private static Meaning Chain(Meaning now, IReadOnlyList<Block> rest, Func<string, bool> holds)
    {
        while (now.IsDone && rest.Count > 0) (now, rest) = (Begin(rest[0], holds), [.. rest.Skip(1)]);
        return rest.Count == 0 ? now : new Then(now, rest);
    }

    private static Meaning Turn(Meaning now, Block.Again block, Func<string, bool> holds)
    {
        while (now.IsDone)
        {
            if (!holds(Block.Condition(block.Id, 0))) return Nothing;
            now = Begin(block.Body, holds);
        }
        return new Loop(now, block);
    }
}
