using System.Globalization;
using System.Text.Json.Nodes;
using Tongban.Codes;
using Tongban.Decisions;
using Tongban.Hall.Platform.Packages;

namespace Tongban.Hall.Platform.Forms;

/// <summary>What an answer of canonical form must be besides: length, range, option, check digit, the package's own FEEL.</summary>
internal static class FieldRules
{
    public static FieldError? Check(FormView view, FormField field, JsonNode value) =>
        Shape(view, field, value) ?? Own(view, field);

    private static FieldError? Shape(FormView view, FormField field, JsonNode value) => field.Type switch
    {
        FieldType.Text or FieldType.LongText => Length(field, value.GetValue<string>()),
        FieldType.Number => Range(field, value),
        FieldType.Choice => Option(view, field, [value.GetValue<string>()]),
        FieldType.MultiChoice => Option(view, field, value.AsArray().Select(v => v!.GetValue<string>())),
        FieldType.Region => Region(view, field, value.GetValue<string>()),
        FieldType.Mobile => Mobile(field, value.GetValue<string>()),
        FieldType.CitizenNumber => Number(view, field, value.GetValue<string>()),
        _ => null,
    };

    private static FieldError? Own(FormView view, FormField field) =>
        field.Validate.FirstOrDefault(check => !check.Feel.Holds(view.Context)) is { } failed
            ? new FieldError(field.Id, "field-rule", failed.Message.Fill(view.Context))
            : null;

    private static FieldError? Length(FormField field, string text)
    {
        var most = field.MaxLength ?? (field.Type == FieldType.LongText ? 2000 : 200);
        var now = new StringInfo(text).LengthInTextElements;
        return now > most ? FieldMessages.TooLong(field, most, now) : null;
    }

    private static FieldError? Range(FormField field, JsonNode value)
    {
        var number = value.GetValue<decimal>();
        return number < field.Min ? FieldMessages.TooSmall(field, field.Min.Value)
            : number > field.Max ? FieldMessages.TooBig(field, field.Max.Value)
            : null;
    }

    private static FieldError? Option(FormView view, FormField field, IEnumerable<string> chosen)
    {
        var options = view.OptionsOf(field);
        return chosen.All(c => options.Any(o => o.Value == c)) ? null : FieldMessages.NotAnOption(field, options.Select(o => o.Label));
    }

    private static FieldError? Region(FormView view, FormField field, string code)
    {
        var level = field.Region?.Level ?? AuthorityLevel.Community;
        if (!RegionCode.TryParse(code, out var region) || (int)region.Level != (int)level || !view.Surroundings.RegionExists(code))
            return FieldMessages.NotRegion(field);
        if (field.Region?.Within is { } within && view.Answers[within]?.GetValue<string>() is { } outer
            && RegionCode.TryParse(outer, out var around) && !region.IsWithin(around))
            return FieldMessages.RegionOutside(field, view.Package.Form.Field(within)!);
        return null;
    }

    private static FieldError? Mobile(FormField field, string number) =>
        MobileNumber.TryParse(number, out _, out var problem) ? null : Of(field, problem);

    private static FieldError? Number(FormView view, FormField field, string number) =>
        CitizenNumber.TryParse(number, view.Grounds.Today, out _, out var problem) ? null : Of(field, problem);

    private static FieldError Of(FormField field, CodeProblem problem) =>
        new(field.Id, problem.Code, new(problem.Zh, problem.En));
}
