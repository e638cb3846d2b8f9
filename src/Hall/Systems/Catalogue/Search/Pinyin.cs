namespace Tongban.Hall.Systems.Catalogue.Search;

/// <summary>Common readings of 6,700 characters, without tones.</summary>
internal static class Pinyin
{
    private static readonly Dictionary<char, string> Readings = Load();

    /// <summary>The reading of a character; null when it is none of the table's.</summary>
    public static string? Of(char c) => Readings.GetValueOrDefault(c);

    private static Dictionary<char, string> Load()
    {
        using var reader = new StreamReader(typeof(Pinyin).Assembly.GetManifestResourceStream("pinyin.txt")!);
        var readings = new Dictionary<char, string>(7000);
        while (reader.ReadLine() is { } line)
            if (line.Split(' ') is [var reading, var characters])
                foreach (var c in characters) readings[c] = reading;
        return readings;
    }
}
