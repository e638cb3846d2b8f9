using System.Text.Json.Nodes;
using Tongban.Hall.Platform.Packages;

namespace Tongban.Hall.Platform.Forms;

/// <summary>First values: from a registry, from the account, or the field's default.</summary>
public static class Prefill
{
    /// <summary>What the form begins with; nothing the applicant has typed is touched.</summary>
    public static JsonObject Start(ServicePackage package, Grounds grounds)
    {
        var answers = new JsonObject();
        foreach (var field in package.Form.Fields)
            if ((grounds.Answers[field.Id]?.DeepClone() ?? Of(package, grounds, field) ?? field.Default?.DeepClone()) is { } value)
                answers[field.Id] = value;
        return answers;
    }

    public static JsonNode? Of(ServicePackage package, Grounds grounds, FormField field)
    {
        if (field.Prefill?.Split('.') is not [var source, var name])
            return null;
        if (source == "account")
            return grounds.Applicant.Account(name) is { Length: > 0 } text ? AnswerReader.Read(field, JsonValue.Create(text), []) : null;
        return grounds.Facts.GetValueOrDefault(source) is { State: FactState.Found } fact && package.Registry(source)?.Field(name) is not null
            && fact.Values?[name] is { } value
                ? AnswerReader.Read(field, value, [])
                : null;
    }
}
