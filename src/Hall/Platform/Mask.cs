namespace Tongban.Hall.Platform;

/// <summary>脱敏: personal data as staff see it until they have said why they need more.</summary>
public static class Mask
{
    /// <summary>张*; 欧阳**: the first character, or the first two of four and more.</summary>
    public static string Name(string name)
    {
        var runes = name.EnumerateRunes().ToList();
        var shown = runes.Count >= 4 ? 2 : 1;
        return string.Concat(runes.Take(shown)) + new string('*', Math.Max(1, runes.Count - shown));
    }

    /// <summary>4403**********123X.</summary>
    public static string CitizenNumber(string number) => Middle(number, 4, 4);

    /// <summary>139****0000.</summary>
    public static string Mobile(string number) => Middle(number, 3, 4);

    private static string Middle(string text, int first, int last) =>
        text.Length <= first + last ? new string('*', text.Length) : text[..first] + new string('*', text.Length - first - last) + text[^last..];
}
