using System.Globalization;

namespace Tongban.Verify;

/// <summary>What a file says must not steer the terminal: a line break or an escape could forge a line of ours.</summary>
internal static class Terminal
{
    public static string Printable(string text) => new([.. text.Where(c => char.GetUnicodeCategory(c)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator))]);
}
