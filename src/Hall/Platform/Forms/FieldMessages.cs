using System.Globalization;
using Tongban.Hall.Platform.Packages;

namespace Tongban.Hall.Platform.Forms;

/// <summary>Every sentence that checking an answer can say. Each says what to do.</summary>
internal static class FieldMessages
{
    public static FieldError Empty(FormField field) => new(field.Id, "field-empty", field.Empty ?? field.Type switch
    {
        FieldType.Choice or FieldType.MultiChoice or FieldType.Boolean or FieldType.Region =>
            new($"请选择{field.Label.Zh}", $"Choose {Lower(field.Label.En)}"),
        FieldType.File => new($"请上传{field.Label.Zh}", $"Upload {Lower(field.Label.En)}"),
        _ => new($"请填写{field.Label.Zh}", $"Enter {Lower(field.Label.En)}"),
    });

    public static FieldError TooLong(FormField field, int most, int now) => new(field.Id, "field-too-long", new(
        $"{field.Label.Zh}最多 {N(most)} 个字，现在是 {N(now)} 个",
        $"{field.Label.En} may have {N(most)} characters; it has {N(now)}"));

    public static FieldError NotNumber(FormField field) => new(field.Id, "field-number", new(
        $"{field.Label.Zh}要填数字，例如 12", $"{field.Label.En} must be a number, such as 12"));

    public static FieldError TooSmall(FormField field, decimal least) => new(field.Id, "field-too-small", new(
        $"{field.Label.Zh}最小是 {N(least)}", $"{field.Label.En} must be {N(least)} or more"));

    public static FieldError TooBig(FormField field, decimal most) => new(field.Id, "field-too-big", new(
        $"{field.Label.Zh}最大是 {N(most)}", $"{field.Label.En} must be {N(most)} or less"));

    public static FieldError NotDate(FormField field) => new(field.Id, "field-date", new(
        $"{field.Label.Zh}要填年、月、日，例如 2026 年 7 月 1 日", $"{field.Label.En} needs a year, month and day, such as 1 July 2026"));

    public static FieldError NotYesNo(FormField field) => new(field.Id, "field-choice", new(
        $"请选择{field.Label.Zh}：是，还是否", $"Choose yes or no for {Lower(field.Label.En)}"));

    public static FieldError NotAnOption(FormField field, IEnumerable<Text> options)
    {
        var known = options.ToList();
        return new(field.Id, "field-choice", new(
            $"请选择{field.Label.Zh}：{string.Join("、", known.Select(o => o.Zh))}",
            $"Choose {Lower(field.Label.En)}: {string.Join(", ", known.Select(o => o.En))}"));
    }

    public static FieldError NotRegion(FormField field) => new(field.Id, "field-region", new(
        $"请从列表里选择{field.Label.Zh}", $"Choose {Lower(field.Label.En)} from the list"));

    public static FieldError RegionOutside(FormField field, FormField within) => new(field.Id, "field-region", new(
        $"这个{field.Label.Zh}不在您选的{within.Label.Zh}里，请重新选", $"This {Lower(field.Label.En)} is not in the {Lower(within.Label.En)} you chose; choose again"));

    public static FieldError Locked(FormField field, Text source) => new(field.Id, "field-locked", new(
        $"{field.Label.Zh}来自{source.Zh}，不能在这里改。有错请在说明里告诉我们",
        $"{field.Label.En} comes from the {Lower(source.En)} and cannot be changed here. Tell us in a note if it is wrong"));

    public static FieldError NotText(FormField field) => new(field.Id, "field-text", new(
        $"{field.Label.Zh}要填文字", $"{field.Label.En} must be text"));

    public static FieldError NotList(FormField field) => new(field.Id, "field-list", new(
        $"{field.Label.Zh}要选一项或几项", $"{field.Label.En} must be a list of choices"));

    public static FieldError Unknown(string field) => new(field, "field-unknown", new(
        $"这份表格没有“{field}”这一项，请去掉", $"This form has no field \"{field}\"; leave it out"));

    public static FieldError NotAnObject() => new("", "form-malformed", new(
        "提交的内容读不懂，请刷新页面再试", "What was sent cannot be read; reload the page and try again"));

    private static string Lower(string label) =>
        label.Length > 1 && char.IsUpper(label[0]) && char.IsLower(label[1]) ? char.ToLowerInvariant(label[0]) + label[1..] : label;

    private static string N(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);
}
