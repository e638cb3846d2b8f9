namespace Tongban.Decisions;

/// <summary>The kinds of FEEL values and types (DMN 1.5, 10.3.2.9).</summary>
public enum FeelKind
{
    /// <summary>Any value at all.</summary>
    Any,
    /// <summary>Only null.</summary>
    Null,
    /// <summary>A decimal number.</summary>
    Number,
    /// <summary>A string of Unicode code points.</summary>
    String,
    /// <summary>True or false.</summary>
    Boolean,
    /// <summary>A calendar date.</summary>
    Date,
    /// <summary>A time of day, perhaps with an offset or zone.</summary>
    Time,
    /// <summary>A date and time, perhaps with an offset or zone.</summary>
    DateTime,
    /// <summary>A duration of days, hours, minutes and seconds.</summary>
    DaysAndTimeDuration,
    /// <summary>A duration of years and months.</summary>
    YearsAndMonthsDuration,
    /// <summary>A range between two endpoints.</summary>
    Range,
    /// <summary>A list.</summary>
    List,
    /// <summary>A context: named entries.</summary>
    Context,
    /// <summary>A function.</summary>
    Function,
}
