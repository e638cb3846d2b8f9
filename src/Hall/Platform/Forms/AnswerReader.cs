using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tongban.Codes;
using Tongban.Hall.Platform.Packages;

namespace Tongban.Hall.Platform.Forms;

/// <summary>Brings what was typed or sent into canonical form: trimmed, full-width digits made plain, of the field's type.</summary>
internal static class AnswerReader
{
    /// <summary>Never throws. Empty answers are left out; an answer of the wrong type is reported and left out.</summary>
    public static JsonObject Read(Form form, JsonNode? raw, List<FieldError> errors)
    {
        var answers = new JsonObject();
        if (raw is not JsonObject given)
        {
            errors.Add(FieldMessages.NotAnObject());
            return answers;
        }
        foreach (var name in given.Select(g => g.Key).Where(name => form.Field(name) is null))
            errors.Add(FieldMessages.Unknown(name));
        // In the order of the form, so that equal answers are equal text.
        foreach (var field in form.Fields)
            if (given[field.Id] is { } value && Read(field, value, errors) is { } read)
                answers[field.Id] = read;
        return answers;
    }

    public static JsonNode? Read(FormField field, JsonNode value, List<FieldError> errors) => field.Type switch
    {
        FieldType.Number => Number(field, value, errors),
        FieldType.Boolean => Boolean(field, value, errors),
        FieldType.Date => Date(field, value, errors),
        FieldType.MultiChoice or FieldType.File => List(field, value, errors),
        _ => Text(field, value, errors),
    };

    private static JsonValue? Text(FormField field, JsonNode value, List<FieldError> errors)
    {
        if (String(value) is not { } text)
        {
            errors.Add(FieldMessages.NotText(field));
            return null;
        }
        text = field.Type switch
        {
            FieldType.Mobile => MobileNumber.TryParse(Plain(text), out var mobile, out _) ? mobile : Plain(text),
            FieldType.CitizenNumber => CitizenNumber.Normalise(text),
            FieldType.Region => Plain(text),
            FieldType.Text => OneLine(text),
            _ => text.ReplaceLineEndings("\n"),
        };
        text = Safe(text).Trim();
        return text.Length == 0 ? null : JsonValue.Create(text);
    }

    private static JsonValue? Number(FormField field, JsonNode value, List<FieldError> errors)
    {
        if (value.GetValueKind() == JsonValueKind.Number)
        {
            if (decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var sent))
                return Canonical(sent);
        }
        else if (String(value) is { } text)
        {
            text = Plain(text).Replace(",", "", StringComparison.Ordinal).Replace("，", "", StringComparison.Ordinal).Trim();
            if (text.Length == 0)
                return null;
            if (decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var typed))
                return Canonical(typed);
        }
        errors.Add(FieldMessages.NotNumber(field));
        return null;
    }

    // 12, 12.0 and 12.00 are one answer.
    private static JsonValue Canonical(decimal number) => JsonValue.Create(number / 1.0000000000000000000000000000m);

    private static JsonValue? Boolean(FormField field, JsonNode value, List<FieldError> errors)
    {
        if (value.GetValueKind() is JsonValueKind.True or JsonValueKind.False)
            return JsonValue.Create(value.GetValueKind() == JsonValueKind.True);
        switch (String(value)?.Trim())
        {
            case "true": return JsonValue.Create(true);
            case "false": return JsonValue.Create(false);
            case "": return null;
        }
        errors.Add(FieldMessages.NotYesNo(field));
        return null;
    }

    private static JsonValue? Date(FormField field, JsonNode value, List<FieldError> errors)
    {
        if (String(value) is { } typed)
        {
            var parts = Plain(typed).Trim().Split(['-', '/', '.', '年', '月', '日'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (parts.Length == 0)
                return null;
            if (parts is [{ Length: 4 } y, { Length: 1 or 2 } m, { Length: 1 or 2 } d]
                && DateOnly.TryParseExact($"{y}-{m.PadLeft(2, '0')}-{d.PadLeft(2, '0')}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                return JsonValue.Create(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }
        errors.Add(FieldMessages.NotDate(field));
        return null;
    }

    private static JsonArray? List(FormField field, JsonNode value, List<FieldError> errors)
    {
        IEnumerable<JsonNode?> items = value is JsonArray array ? array : new[] { value };
        var list = new JsonArray();
        foreach (var item in items)
        {
            if (item is null || String(item) is not { } text)
            {
                errors.Add(FieldMessages.NotList(field));
                return null;
            }
            if (Safe(text).Trim() is { Length: > 0 } chosen)
                list.Add(chosen);
        }
        return list.Count == 0 ? null : list;
    }

    private static string? String(JsonNode value)
    {
        if (value.GetValueKind() != JsonValueKind.String)
            return null;
        try
        {
            return value.GetValue<string>();
        }
        catch (InvalidOperationException)
        {
            // "\\ud800": JSON lets half a character pass, .NET's reader refuses it only here.
            return null;
        }
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    // Control characters have no place in an answer, and half a surrogate pair cannot be stored.
    private static string Safe(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (!Rune.IsControl(rune) || rune.Value == '\n')
                safe.Append(rune);
        return safe.ToString();
    }

    /// <summary>Full-width letters, digits and signs (U+FF01–U+FF5E) and the wide space as their plain ones.</summary>
    private static string Plain(string text) => string.Create(text.Length, text, static (plain, source) =>
    {
        for (var i = 0; i < plain.Length; i++)
            plain[i] = source[i] switch
            {
                >= '\uFF01' and <= '\uFF5E' => (char)(source[i] - 0xFEE0),
                '\u3000' => ' ',
                _ => source[i],
            };
    });
}
