using System.Text;
using Tongban.Decisions.Running;

namespace Tongban.Decisions.Syntax.Nodes;

/// <summary>A node of a parsed and resolved expression: it knows its type, how it is written and how it is compiled.</summary>
internal abstract class Node(Place place, FeelType type)
{
    public Place Place => place;
    public FeelType Type => type;

    /// <summary>The value, where it is known before any evaluation.</summary>
    public virtual FeelValue? Constant => null;

    public abstract Code Compile();

    /// <summary>Writes the canonical text: operators in parentheses, so that nothing depends on precedence.</summary>
    public abstract void Print(StringBuilder text);

    public sealed override string ToString()
    {
        var text = new StringBuilder();
        Print(text);
        return text.ToString();
    }

    protected static void PrintAll(StringBuilder text, IReadOnlyList<Node> nodes)
    {
        for (var i = 0; i < nodes.Count; i++)
        {
            if (i > 0)
                text.Append(", ");
            nodes[i].Print(text);
        }
    }

    protected static Code[] CompileAll(IEnumerable<Node> nodes) => [.. nodes.Select(n => n.Compile())];
}
