using CsCheck;

namespace Tongban.Flows.Tests.Blocks;

/// <summary>A flow as nested blocks: what it means is plain, and it can be written as BPMN.</summary>
internal abstract record Block
{
    public sealed record Work(int Id) : Block;

    public sealed record Row(IReadOnlyList<Block> Parts) : Block;

    public sealed record All(int Id, IReadOnlyList<Block> Parts) : Block;

    /// <summary>The first part whose condition holds, or else the last part.</summary>
    public sealed record One(int Id, IReadOnlyList<Block> Parts) : Block;

    /// <summary>Every part whose condition holds; if there is none, the last part.</summary>
    public sealed record Some(int Id, IReadOnlyList<Block> Parts) : Block;

    /// <summary>Once, and again as long as the condition holds.</summary>
    public sealed record Again(int Id, Block Body) : Block;

    public sealed record Within(int Id, Block Body) : Block;

    public sealed record Times(int Id, int Count, bool Sequential) : Block;

    /// <summary>The body, unless the timer on its edge comes first: then the other.</summary>
    public sealed record Unless(int Id, Block Body, Block Instead) : Block;

    public static string Condition(int id, int part) => $"c{id}p{part}";

    public static Gen<Block> Generate(int depth)
    {
        var id = Gen.Int[0, 1_000_000_000];
        var work = id.Select(i => (Block)new Work(i));
        if (depth == 0) return work;
        var inner = Generate(depth - 1);
        var several = inner.Array[2, 3].Select(a => (IReadOnlyList<Block>)a);
        return Gen.OneOf(
            work,
            several.Select(p => (Block)new Row(p)),
            Gen.Select(id, several, (i, p) => (Block)new All(i, p)),
            Gen.Select(id, several, (i, p) => (Block)new One(i, p)),
            Gen.Select(id, several, (i, p) => (Block)new Some(i, p)),
            Gen.Select(id, inner, (i, b) => (Block)new Again(i, b)),
            Gen.Select(id, inner, (i, b) => (Block)new Within(i, b)),
            Gen.Select(id, Gen.Int[1, 3], Gen.Bool, (i, n, s) => (Block)new Times(i, n, s)),
            Gen.Select(id, inner, inner, (i, b, o) => (Block)new Unless(i, b, o)));
    }
}
