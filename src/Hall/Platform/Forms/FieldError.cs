using Tongban.Hall.Platform.Packages;

namespace Tongban.Hall.Platform.Forms;

/// <summary>What is wrong with one answer, said as the applicant reads it: at the field and at the head of the page.</summary>
/// <param name="Code">Stable, for clients of the API.</param>
public sealed record FieldError(string Field, string Code, Text Text);

/// <summary>Answers after checking: in canonical form, only those of visible fields, with everything that is wrong.</summary>
public sealed record CheckedForm(System.Text.Json.Nodes.JsonObject Answers, IReadOnlyList<FieldError> Errors)
{
    public bool Ok => Errors.Count == 0;

    public FieldError? ErrorOf(string field) => Errors.FirstOrDefault(e => e.Field == field);
}
