namespace Tongban.Codes.Tests;

/// <summary>Slips of the hand.</summary>
internal static class Changes
{
    /// <summary>Every text that differs from <paramref name="text"/> in one place, with characters of the alphabet.</summary>
    public static IEnumerable<string> OfOneCharacter(string text, string alphabet) =>
        from place in Enumerable.Range(0, text.Length)
        from c in alphabet
        where c != text[place]
        select text[..place] + c + text[(place + 1)..];

    /// <summary>Every text in which two unlike neighbours have changed places.</summary>
    public static IEnumerable<string> OfNeighbours(string text) =>
        from place in Enumerable.Range(0, text.Length - 1)
        where text[place] != text[place + 1]
        select text[..place] + text[place + 1] + text[place] + text[(place + 2)..];
}
