using Microsoft.Extensions.Options;

namespace Tongban.Hall.Platform;

/// <summary>The one clock on the wall: instants in UTC to the millisecond, dates of law in the city's time zone.</summary>
public sealed class CityTime(TimeProvider time, IOptions<HallOptions> options)
{
    private readonly TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(options.Value.TimeZone);

    /// <summary>Now, cut to milliseconds, so that what is hashed is what both databases give back.</summary>
    public DateTimeOffset Now => Cut(time.GetUtcNow());

    /// <summary>An instant in UTC without what lies below the millisecond.</summary>
    public static DateTimeOffset Cut(DateTimeOffset at) => new(at.UtcTicks - at.UtcTicks % TimeSpan.TicksPerMillisecond, TimeSpan.Zero);

    public DateOnly Today => DateOf(Now);

    public DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(InCity(instant).DateTime);

    /// <summary>A date as its three fields were typed: 2026-12-1.</summary>
    public static bool TryReadDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-M-d", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out date);

    public DateTimeOffset InCity(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone);
}
