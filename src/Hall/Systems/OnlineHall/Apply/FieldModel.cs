using Tongban.Hall.Platform.Forms;
using Tongban.Hall.Platform.Packages;

namespace Tongban.Hall.Systems.OnlineHall.Apply;

/// <summary>One question as it is drawn.</summary>
/// <param name="Heading">It is the only one: its label is the page's heading.</param>
/// <param name="Page">The page of an application, which has files; null in a self-check.</param>
public sealed record FieldModel(FormView View, FormField Field, string? Value, string? Error, bool Heading, SectionPage? Page = null);
