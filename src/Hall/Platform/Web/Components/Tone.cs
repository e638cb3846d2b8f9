namespace Tongban.Hall.Platform.Web.Components;

/// <summary>What a colour says; the words always say it too.</summary>
public enum Tone
{
    Info,

    /// <summary>Holds, is done, is not needed.</summary>
    Ok,

    /// <summary>Wants attention soon.</summary>
    Warn,

    /// <summary>Errors and overdue only.</summary>
    Bad,

    /// <summary>秒批 only.</summary>
    Auto,

    /// <summary>A fact without weight.</summary>
    Plain,
}

internal static class Tones
{
    public static string Css(this Tone tone, string component) =>
        tone == Tone.Info ? component : $"{component} {tone.ToString().ToLowerInvariant()}";
}
