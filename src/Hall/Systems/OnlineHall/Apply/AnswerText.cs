using System.Text.Json.Nodes;
using Tongban.Hall.Cases;
using Tongban.Hall.Platform.Forms;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Regions;
using static Tongban.Hall.Platform.Web.Say;

namespace Tongban.Hall.Systems.OnlineHall.Apply;

/// <summary>An answer as a person reads it.</summary>
internal static class AnswerText
{
    public static string Of(FormView view, FormField field, RegionTable regions, IReadOnlyList<CaseFile> files) => view.Answers[field.Id] switch
    {
        null => L("未填", "Not filled in"),
        JsonArray list when field.Type == FieldType.File => string.Join(L("、", ", "), list.Select(v => files.FirstOrDefault(f => f.Id.ToString() == v?.ToString())?.Name)),
        JsonArray list => string.Join(L("、", ", "), list.Select(v => Option(view, field, v!.ToString()))),
        JsonValue value when value.TryGetValue<bool>(out var yes) => yes ? L("是", "Yes") : L("否", "No"),
        var value when field.Type == FieldType.Region => regions.Find(value.ToString())?.Name ?? value.ToString(),
        var value => Option(view, field, value.ToString()),
    };

    private static string Option(FormView view, FormField field, string value) =>
        view.OptionsOf(field).FirstOrDefault(o => o.Value == value)?.Label.ToString() ?? value;
}
