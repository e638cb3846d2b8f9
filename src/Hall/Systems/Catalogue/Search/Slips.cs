namespace Tongban.Hall.Systems.Catalogue.Search;

/// <summary>Whether two words differ by at most one slip: a wrong, missing, extra or swapped letter.</summary>
internal static class Slips
{
    /// <param name="prefix">It is enough that the other word begins like this one.</param>
    public static bool AtMostOne(string typed, string word, bool prefix)
    {
        if (!prefix && Math.Abs(typed.Length - word.Length) > 1 || word.Length < typed.Length - 1) return false;
        var i = 0;
        while (i < typed.Length && i < word.Length && typed[i] == word[i]) i++;
        var t = typed.AsSpan(i);
        var w = word.AsSpan(i);
        return Same(t, w, prefix)
            || t.Length > 0 && Same(t[1..], w, prefix)
            || w.Length > 0 && Same(t, w[1..], prefix)
            || t.Length > 0 && w.Length > 0 && Same(t[1..], w[1..], prefix)
            || t.Length > 1 && w.Length > 1 && t[0] == w[1] && t[1] == w[0] && Same(t[2..], w[2..], prefix);
    }

    private static bool Same(ReadOnlySpan<char> typed, ReadOnlySpan<char> word, bool prefix) =>
        prefix ? word.StartsWith(typed) : word.SequenceEqual(typed);
}
