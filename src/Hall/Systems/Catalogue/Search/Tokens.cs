using System.Globalization;
using System.Text;

namespace Tongban.Hall.Systems.Catalogue.Search;

/// <summary>Cuts text into what is searched for: single characters and pairs of Chinese, words of Latin letters.</summary>
internal static class Tokens
{
    public static IEnumerable<string> Of(string text)
    {
        foreach (var run in Runs(Normalise(text)))
            if (run[0] < 0x2E80) yield return run;
            else
            {
                for (var i = 0; i < run.Length; i++) yield return run[i].ToString();
                for (var i = 0; i + 1 < run.Length; i++) yield return run.Substring(i, 2);
            }
    }

    /// <summary>The whole text in pinyin: in full and by initials.</summary>
    public static (string Full, string Initials) PinyinOf(string text)
    {
        var (full, initials) = (new StringBuilder(), new StringBuilder());
        foreach (var c in Normalise(text))
            if (Pinyin.Of(c) is { } reading)
            {
                full.Append(reading);
                initials.Append(reading[0]);
            }
            else if (char.IsAsciiLetterOrDigit(c))
            {
                full.Append(c);
                initials.Append(c);
            }
        return (full.ToString(), initials.ToString());
    }

    /// <summary>Full-width as plain, capital as small.</summary>
    public static string Normalise(string text) => text.Normalize(NormalizationForm.FormKC).ToLower(CultureInfo.InvariantCulture);

    private static IEnumerable<string> Runs(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var kind = i == text.Length ? 0 : Kind(text[i]);
            if (start >= 0 && (kind == 0 || kind != Kind(text[start])))
            {
                yield return text[start..i];
                start = -1;
            }
            if (start < 0 && kind != 0) start = i;
        }
    }

    private static int Kind(char c) => c >= 0x2E80 && char.IsLetter(c) ? 2 : char.IsLetterOrDigit(c) ? 1 : 0;
}
