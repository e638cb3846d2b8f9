namespace Tongban.Decisions.Time;

/// <summary>An offset from UTC, or a named zone of the IANA database whose offset depends on the date (10.3.2.3.4).</summary>
internal sealed class Zone : IEquatable<Zone>
{
    private readonly TimeZoneInfo? info;
    private readonly int offset;

    private Zone(string? id, TimeZoneInfo? info, int offset) => (Id, this.info, this.offset) = (id, info, offset);

    public static Zone Utc { get; } = new(null, null, 0);

    /// <summary>The name of the zone; null for a bare offset.</summary>
    public string? Id { get; }

    public static Zone? OfOffset(int seconds) => Math.Abs(seconds) > 18 * 3600 ? null : seconds == 0 ? Utc : new(null, null, seconds);

    public static Zone? OfName(string id) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(id, out var info) && (info.HasIanaId || id is "UTC" or "GMT") ? new(id, info, 0) : null;

    /// <summary>The offset in seconds at a local date; dates beyond .NET's years are taken at its border.</summary>
    public int OffsetAt(CivilDate date, long nanosOfDay)
    {
        if (info is null)
            return offset;
        var year = Math.Clamp(date.Year, 2, 9998);
        var day = Math.Min(date.Day, CivilDate.DaysIn(year, date.Month));
        var local = new DateTime(year, date.Month, day, 0, 0, 0, DateTimeKind.Unspecified).AddTicks(nanosOfDay / 100);
        return (int)info.GetUtcOffset(local).TotalSeconds;
    }

    /// <summary>The offset of a bare time: known for an offset and for zones that never change.</summary>
    public int? Fixed => info is null ? offset : info.SupportsDaylightSavingTime ? null : (int)info.BaseUtcOffset.TotalSeconds;

    public string Suffix => Id is not null ? "@" + Id : offset == 0 ? "Z" : Iso.Offset(offset);

    public bool Equals(Zone? other) => other is not null && Id == other.Id && offset == other.offset;

    public override bool Equals(object? obj) => Equals(obj as Zone);

    public override int GetHashCode() => HashCode.Combine(Id, offset);
}
