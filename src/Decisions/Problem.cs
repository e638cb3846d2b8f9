using System.Globalization;

namespace Tongban.Decisions;

/// <summary>How bad a problem is.</summary>
public enum Severity
{
    /// <summary>The text or model must be changed, or the value became null.</summary>
    Error,
    /// <summary>Allowed, but probably not what was meant.</summary>
    Warning,
}

/// <summary>A problem of a text, a model or an evaluation, with its place and what to do.</summary>
/// <param name="Code">A stable code such as <c>feel-unknown-name</c>: all codes are in Messages.cs.</param>
/// <param name="Severity">Error or warning.</param>
/// <param name="Line">Line from 1, in the expression or in the model's file; 0 when there is no place.</param>
/// <param name="Column">Column from 1; 0 when there is no place.</param>
/// <param name="Zh">The message in Chinese.</param>
/// <param name="En">The message in English.</param>
public sealed record Problem(string Code, Severity Severity, int Line, int Column, string Zh, string En)
{
    /// <summary>The name of the decision, knowledge model or input where it is; null in a bare expression.</summary>
    public string? Where { get; init; }

    /// <summary>Of a gap in a table, what no rule covers: <c>年龄: [35..40)</c>; null for other problems.</summary>
    public string? Uncovered { get; init; }

    /// <summary>The message in the current language.</summary>
    public string Text => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" ? Zh : En;

    /// <summary>Place, code and message in one line.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Where}({Line},{Column}): {Severity.ToString().ToLowerInvariant()} {Code}: {Text}");
}
