using Tongban.Decisions.Syntax;

namespace Tongban.Decisions.Dmn;

/// <summary>An element of the model's XML, with its place in the file.</summary>
internal sealed class Element(string name, string ns, int line, int column)
{
    private readonly Dictionary<string, string> attributes = new(StringComparer.Ordinal);
    private readonly List<Element> children = [];

    public string Name => name;
    public string Namespace => ns;
    public int Line => line;
    public int Column => column;
    public IReadOnlyList<Element> Children => children;
    public string Text { get; private set; } = "";
    public int TextLine { get; private set; }
    public int TextColumn { get; private set; }

    public string? this[string attribute] => attributes.GetValueOrDefault(attribute);

    public string? Id => this["id"];

    public Element? Child(string child)
    {
        foreach (var element in children)
            if (element.Name == child)
                return element;
        return null;
    }

    public IEnumerable<Element> All(string child) => children.Where(c => c.Name == child);

    /// <summary>The expression in this element's <c>text</c> child, with its place.</summary>
    public Source Source(string? where) => Child("text") is { TextLine: > 0 } text
        ? new(text.Text, text.TextLine, text.TextColumn, where)
        : new(Child("text")?.Text ?? "", line, column, where);

    public Place Place(string? where) => new(new Source("", line, column, where), 0);

    public void Set(string attribute, string value) => attributes[attribute] = value;

    public void Add(Element child) => children.Add(child);

    public void AddText(string text, int textLine, int textColumn)
    {
        if (TextLine == 0)
            (TextLine, TextColumn) = (textLine, textColumn);
        Text += text;
    }
}
