namespace Tongban.Hall.Cases.Clock;

/// <summary>What a clock has lived through. Nothing else is kept of it: everything it says is computed from this.</summary>
public sealed record ClockHistory
{
    /// <summary>The day of the event that starts it; not counted itself.</summary>
    public required DateOnly StartedOn { get; init; }

    /// <summary>The limit, in working days.</summary>
    public required int Days { get; init; }

    public IReadOnlyList<ClockStop> Stops { get; init; } = [];

    /// <summary>延期: once, by the head of the authority (行政许可法 art. 42).</summary>
    public ClockExtension? Extension { get; init; }

    /// <summary>The day on which what the clock waits for was done.</summary>
    public DateOnly? EndedOn { get; init; }
}

/// <summary>特别程序: time that is not counted (行政许可法 art. 45). The day on which it begins still counts; the day on which it ends does not.</summary>
/// <param name="Until">Null: it goes on.</param>
/// <param name="PlannedDays">Working days that the applicant was told it takes.</param>
/// <param name="Kind">Its name, as the notice has it.</param>
/// <param name="Ground">The article or rule that lets it stop the clock.</param>
/// <param name="ApprovedBy">Who ordered it.</param>
/// <param name="Notice">Number of the document that told the applicant.</param>
public sealed record ClockStop(DateOnly From, DateOnly? Until, int PlannedDays, string Kind, string Ground, string ApprovedBy = "", string Notice = "");

/// <param name="Days">Working days added to the limit.</param>
public sealed record ClockExtension(DateOnly On, int Days, string Reason, string ApprovedBy = "", string Notice = "");
