using Tongban.Decisions.Running;
using Tongban.Decisions.Syntax.Nodes;

namespace Tongban.Decisions.Dmn;

/// <summary>What a rule gives: one value, or a context of several. Made once where all of it is constant.</summary>
internal sealed class RuleOutput
{
    private readonly string[] names;
    private readonly Code[] codes;
    private readonly FeelValue? constant;

    public RuleOutput(string[] names, Node[] outputs)
    {
        this.names = names;
        codes = [.. outputs.Select(o => o.Compile())];
        Known = [.. outputs.Select(o => o.Constant)];
        if (Known.All(k => k is not null))
            constant = names.Length == 1 ? Known[0] : Context(i => Known[i]!).Freeze();
    }

    /// <summary>The outputs that are known without evaluating.</summary>
    public IReadOnlyList<FeelValue?> Known { get; }

    public FeelValue Of(Frame f) => constant ?? (names.Length == 1 ? codes[0](f) : Context(i => codes[i](f)));

    /// <summary>The outputs by name, also of a single one.</summary>
    public FeelContext Named(Frame f, bool hit) => names.Length == 1 && !hit && Known[0] is null ? [] : Context(i => hit ? codes[i](f) : Known[i] ?? FeelValue.Null);

    private FeelContext Context(Func<int, FeelValue> value)
    {
        var context = new FeelContext();
        for (var i = 0; i < names.Length; i++)
            context.Add(names[i], value(i));
        return context;
    }
}
