namespace Tongban.Decisions.Syntax;

/// <summary>A declared name split into tokens, so that it can be found again in a text (10.3.1.2: spaces in names).</summary>
internal sealed class NameParts
{
    private readonly Token[] tokens;

    public NameParts(string name)
    {
        Name = name;
        tokens = Lexer.Split(name)[..^1];
    }

    public string Name { get; }
    public string First => tokens.Length == 0 ? "" : tokens[0].Text;
    public int Count => tokens.Length;

    /// <summary>Whether the name stands at this position: the same tokens, with spaces where the name has them.</summary>
    public bool StandsAt(Token[] text, int at)
    {
        if (tokens.Length == 0 || at + tokens.Length > text.Length)
            return false;
        for (var i = 0; i < tokens.Length; i++)
            if (text[at + i].Text != tokens[i].Text || text[at + i].Kind != tokens[i].Kind || (i > 0 && text[at + i].Spaced != tokens[i].Spaced))
                return false;
        return tokens.Length > 1 || !Lexer.Keywords.Contains(Name);
    }
}

/// <summary>Names to be found by longest match.</summary>
internal sealed class NameIndex<T>
{
    private readonly Dictionary<string, List<(NameParts Parts, T Value)>> byFirst = new(StringComparer.Ordinal);

    public static NameIndex<T> Of(IEnumerable<(string Name, T Value)> names)
    {
        var index = new NameIndex<T>();
        foreach (var (name, value) in names)
            index.Add(name, value);
        return index;
    }

    public void Add(string name, T value)
    {
        var parts = new NameParts(name);
        if (!byFirst.TryGetValue(parts.First, out var list))
            byFirst.Add(parts.First, list = []);
        list.RemoveAll(e => e.Parts.Name == name);
        list.Add((parts, value));
    }

    public (int Length, T Value)? Find(Token[] text, int at)
    {
        (int Length, T Value)? best = null;
        if (byFirst.TryGetValue(text[at].Text, out var list))
            foreach (var (parts, value) in list)
                if (parts.Count > (best?.Length ?? 0) && parts.StandsAt(text, at))
                    best = (parts.Count, value);
        return best;
    }
}
