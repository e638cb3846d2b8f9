using System.Text.Json;
using System.Text.Json.Nodes;
using Tongban.Hall.Platform.Packages;

namespace Tongban.Hall.Platform.Forms;

/// <summary>Checks answers page by page or all at once. Pure; bad input gives errors and never an exception.</summary>
public static class FormCheck
{
    /// <param name="section">Only this page; absent = the whole form, as at submission.</param>
    public static CheckedForm Run(ServicePackage package, Grounds grounds, FormSection? section = null, Surroundings? surroundings = null)
    {
        var errors = new List<FieldError>();
        var read = AnswerReader.Read(package.Form, grounds.Answers, errors);
        var view = FormView.OfRead(package, grounds with { Answers = read }, surroundings);
        var unreadable = errors.Select(e => e.Field).ToHashSet(StringComparer.Ordinal);
        errors.RemoveAll(e => package.Form.Field(e.Field) is { } field && (!view.IsVisible(field) || view.IsLocked(field)));
        foreach (var field in package.Form.Fields.Where(view.IsVisible))
            if (Check(view, field, read[field.Id], unreadable.Contains(field.Id)) is { } error)
                errors.Add(error);
        if (section is not null)
            errors.RemoveAll(e => package.Form.Field(e.Field) is not null && section.Fields.All(f => f.Id != e.Field));
        var order = package.Form.Fields.Select(f => f.Id).ToList();
        return new CheckedForm(view.Answers, [.. errors.OrderBy(e => order.IndexOf(e.Field))]);
    }

    /// <summary>As <see cref="Run(ServicePackage, Grounds, FormSection, Surroundings)"/>, from text that may be anything.</summary>
    public static CheckedForm Run(ServicePackage package, Grounds grounds, string json, FormSection? section = null, Surroundings? surroundings = null)
    {
        try
        {
            if (JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { MaxDepth = 8, AllowDuplicateProperties = false }) is JsonObject answers)
                return Run(package, grounds with { Answers = answers }, section, surroundings);
        }
        catch (JsonException)
        {
            // Said below, in the applicant's words.
        }
        return new CheckedForm([], [FieldMessages.NotAnObject()]);
    }

    private static FieldError? Check(FormView view, FormField field, JsonNode? given, bool unreadable)
    {
        if (view.IsLocked(field))
            return given is null || JsonNode.DeepEquals(given, view.Answers[field.Id]) ? null : FieldMessages.Locked(field, view.SourceOf(field)!.Value.Registry.Title);
        if (unreadable)
            return null;
        if (view.Answers[field.Id] is not { } value)
            return view.IsRequired(field) ? FieldMessages.Empty(field) : null;
        return FieldRules.Check(view, field, value);
    }
}
