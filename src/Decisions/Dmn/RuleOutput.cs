using Tongban.Decisions.Running;
using Tongban.Decisions.Syntax.Nodes;

namespace Tongban.Decisions.Dmn;

/// <summary>What a rule gives: one value, or a context of several. Made once where all of it is constant.</summary>
internal sealed class RuleOutput
{
    private readonly string[] names;
    private readonly Code[] codes;
    private readonly FeelValue? constant;
    private readonly FeelContext? named;

    public RuleOutput(string[] names, Node[] outputs)
    {
        this.names = names;
        codes = [.. outputs.Select(o => o.Compile())];
        Known = [.. outputs.Select(o => o.Constant)];
        if (Known.All(k => k is not null))
        {
            named = Context(i => Known[i]!).Freeze();
            constant = names.Length == 1 ? Known[0] : named;
        }
    }

    /// <summary>The outputs that are known without evaluating.</summary>
    public IReadOnlyList<FeelValue?> Known { get; }

    public FeelValue Of(Frame f) => constant ?? (names.Length == 1 ? codes[0](f) : Context(i => codes[i](f)));

    /// <summary>The outputs by name, also of a single one; of a rule that did not hit, those that are known anyway.</summary>
    public FeelContext Named(Frame f, bool hit) => named ?? (hit ? Context(i => codes[i](f)) : Sure());

    private FeelContext Sure()
    {
        var context = new FeelContext();
        for (var i = 0; i < names.Length; i++)
            if (Known[i] is { } value)
                context.Add(names[i], value);
        return context;
    }

    private FeelContext Context(Func<int, FeelValue> value)
    {
        var context = new FeelContext();
        for (var i = 0; i < names.Length; i++)
            context.Add(names[i], value(i));
        return context;
    }
}
