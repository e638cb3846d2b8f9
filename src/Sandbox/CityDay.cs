namespace Tongban.Sandbox;

/// <summary>The day on the city's calendar: China has one time zone, without summer time.</summary>
internal static class CityDay
{
    public static DateOnly Of(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(TimeSpan.FromHours(8)).Date);
}
