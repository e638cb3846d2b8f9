namespace Tongban.Flows.Tests.Blocks;

/// <summary>Writes blocks as a sketch of BPMN.</summary>
internal sealed class BlockWriter
{
    private readonly List<string> lines = [];
    private int ways;

    public static string Write(Block block)
    {
        var writer = new BlockWriter();
        writer.lines.AddRange(["start s", "end e"]);
        var (first, last) = writer.Add(block);
        writer.Way("s", first);
        writer.Way(last, "e");
        return string.Join('\n', writer.lines);
    }

    private (string First, string Last) Add(Block block)
    {
        switch (block)
        {
            case Block.Work(var id):
                lines.Add($"user t{id}");
                return ($"t{id}", $"t{id}");
            case Block.Times(var id, var count, var sequential):
                lines.Add($"user t{id} times={count}{(sequential ? " sequential=yes" : "")}");
                return ($"t{id}", $"t{id}");
            case Block.Row(var parts):
                var ends = parts.Select(Add).ToList();
                foreach (var (before, after) in ends.Zip(ends.Skip(1))) Way(before.Last, after.First);
                return (ends[0].First, ends[^1].Last);
            case Block.All(var id, var parts):
                return Split("and", id, parts, conditions: false);
            case Block.One(var id, var parts):
                return Split("xor", id, parts, conditions: true);
            case Block.Some(var id, var parts):
                return Split("or", id, parts, conditions: true);
            case Block.Again(var id, var body):
                var (first, last) = Add(body);
                Way($"m{id}", first);
                Way(last, $"g{id}");
                lines.Add($"xor m{id}");
                Way($"g{id}", $"m{id}", Block.Condition(id, 0));
                // Whatever follows is the default: its way is the next one that leaves the gateway, a pass-through gateway's.
                lines.Add($"xor x{id}");
                Way($"g{id}", $"x{id}");
                lines.Add($"xor g{id} default=w{ways}");
                return ($"m{id}", $"x{id}");
            case Block.Within(var id, var body):
                Sub(id, body);
                return ($"sub{id}", $"sub{id}");
            case Block.Unless(var id, var body, var instead):
                Sub(id, body);
                lines.Add($"ontimer late{id} on=sub{id}");
                lines.Add($"xor x{id}");
                var other = Add(instead);
                Way($"sub{id}", $"x{id}");
                Way($"late{id}", other.First);
                Way(other.Last, $"x{id}");
                return ($"sub{id}", $"x{id}");
            default:
                throw new InvalidOperationException();
        }
    }

    private void Sub(int id, Block body)
    {
        lines.Add($"sub sub{id} {{");
        lines.AddRange([$"start s{id}", $"end e{id}"]);
        var (first, last) = Add(body);
        Way($"s{id}", first);
        Way(last, $"e{id}");
        lines.Add("}");
    }

    private (string First, string Last) Split(string kind, int id, IReadOnlyList<Block> parts, bool conditions)
    {
        lines.Add($"{kind} j{id}");
        var ends = parts.Select(Add).ToList();
        for (var i = 0; i < ends.Count; i++)
        {
            Way(ends[i].Last, $"j{id}");
            Way($"g{id}", ends[i].First, conditions && i < ends.Count - 1 ? Block.Condition(id, i) : null);
        }
        lines.Add($"{kind} g{id}{(conditions ? $" default=w{ways}" : "")}");
        return ($"g{id}", $"j{id}");
    }

    private void Way(string from, string to, string? condition = null)
    {
        ways++;
        lines.Add($"{from} > {to}{(condition is null ? "" : $" : {condition}")}");
    }
}
