using System.Globalization;

namespace Tongban.TransparencyLog;

/// <summary>The one way to write a time in a leaf or checkpoint: UTC, to the millisecond.</summary>
internal static class UtcTime
{
    private const string Form = "yyyy-MM-ddTHH:mm:ss.fffZ";

    public static string Write(DateTimeOffset time) => time.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);

    // Parsing takes t and z for T and Z: only the one spelling counts.
    public static bool TryRead(ReadOnlySpan<char> text, out DateTimeOffset time) => DateTimeOffset.TryParseExact(
        text, Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out time)
        && text.SequenceEqual(Write(time));
}
