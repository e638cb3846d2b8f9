namespace Tongban.Hall.Services.Identity.Staff;

/// <summary>The section "Hall:Staff" of the configuration.</summary>
public sealed class StaffOptions
{
    public const string Section = "Hall:Staff";

    /// <summary>Nothing asked for so long: signed out.</summary>
    public TimeSpan Idle { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>A working day: afterwards one signs in anew, however busy.</summary>
    public TimeSpan Longest { get; set; } = TimeSpan.FromHours(10);
}
