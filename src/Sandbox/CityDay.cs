namespace Tongban.Sandbox;

/// <summary>The city's calendar: China has one time zone, without summer time.</summary>
internal static class CityDay
{
    /// <summary>The day it is there.</summary>
    public static DateOnly Of(DateTimeOffset at) => DateOnly.FromDateTime(Clock(at).Date);

    /// <summary>The instant on the city's clocks.</summary>
    public static DateTimeOffset Clock(DateTimeOffset at) => at.ToOffset(TimeSpan.FromHours(8));
}
