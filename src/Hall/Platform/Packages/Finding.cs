namespace Tongban.Hall.Platform.Packages;

public enum FindingSeverity
{
    /// <summary>Worth knowing; nothing to mend.</summary>
    Information,
    Warning,
    Error,
}

/// <summary>A place in a package's file; lines and columns count from 1.</summary>
public readonly record struct Spot(string File, int Line, int Column);

/// <summary>What is wrong, in both languages, with what to do about it.</summary>
public sealed record FindingText(string Code, string Zh, string En, FindingSeverity Severity = FindingSeverity.Error);

/// <summary>One thing that is wrong in a package, and where.</summary>
public sealed record Finding(Spot Spot, FindingText Text)
{
    public bool IsError => Text.Severity == FindingSeverity.Error;

    public override string ToString() =>
        FormattableString.Invariant($"{Place}: {Text.Zh} | {Text.En}");

    /// <summary>File, line and column, how bad it is, and the code.</summary>
    public string Place => FormattableString.Invariant($"{Spot.File}:{Spot.Line}:{Spot.Column} {Text.Severity.ToString().ToLowerInvariant()} {Text.Code}");
}
