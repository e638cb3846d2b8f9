namespace Tongban.Hall.Platform.Web.Components;

/// <param name="Path">"~/…" keeps the language.</param>
/// <param name="Here">It leads to what is shown.</param>
public sealed record Link(string Path, string Text, bool Here = false, string? Icon = null);
