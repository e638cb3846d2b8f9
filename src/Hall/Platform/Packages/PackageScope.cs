using System.Text.Json;
using System.Text.Json.Nodes;
using Tongban.Decisions;

namespace Tongban.Hall.Platform.Packages;

/// <summary>The names FEEL may use in a package, and their values for one applicant.</summary>
public static class PackageScope
{
    public const string Applicant = "申请人", Parameters = "参数", Today = "今天", Found = "查到", Decision = "决定";

    private static readonly FeelType ApplicantType = FeelType.Context(
        ("姓名", FeelType.String), ("证件号码", FeelType.String), ("性别", FeelType.String),
        ("出生日期", FeelType.Date), ("年龄", FeelType.Number));

    public static FeelScope Of(ServicePackage package) => new(
    [
        .. package.Form.Fields.Select(f => (f.Id, TypeOf(f.Type))),
        .. package.Registries.Select(r => (r.Name, TypeOf(r))),
        (Applicant, ApplicantType),
        (Parameters, FeelType.Context([.. package.Parameters.Select(p => (p.Name, TypeOf(p.Type)))])),
        (Today, FeelType.Date),
    ]);

    public static FeelType TypeOf(FieldType type) => type switch
    {
        FieldType.Number => FeelType.Number,
        FieldType.Date => FeelType.Date,
        FieldType.Boolean => FeelType.Boolean,
        FieldType.MultiChoice or FieldType.File => FeelType.List(FeelType.String),
        _ => FeelType.String,
    };

    public static FeelType TypeOf(RegistryUse registry) => FeelType.Context(
        [(Found, FeelType.Boolean), .. registry.Fields.Select(f => (f.Name, TypeOf(f.Type)))]);

    /// <summary>The type of a name; <see cref="FeelType.Any"/> when the name is none (the schema has told already).</summary>
    public static FeelType TypeOf(string name) => FeelType.Parse(name).Value ?? FeelType.Any;

    /// <summary>Every name of the scope has a value; what is not known is null.</summary>
    public static FeelContext Values(ServicePackage package, Grounds grounds)
    {
        var context = new FeelContext();
        foreach (var field in package.Form.Fields)
            context[field.Id] = Value(grounds.Answers[field.Id], TypeOf(field.Type));
        foreach (var registry in package.Registries)
            context[registry.Name] = Facts(registry, grounds.Facts.GetValueOrDefault(registry.Name));
        context[Applicant] = Person(grounds);
        context[Parameters] = Dated(package, grounds.Today);
        context[Today] = grounds.Today;
        return context;
    }

    public static FeelValue Value(JsonNode? json, FeelType type) =>
        json is null ? FeelValue.Null : FeelValue.FromJson(JsonSerializer.SerializeToElement(json), type);

    private static FeelContext Facts(RegistryUse registry, RegistryFact? fact)
    {
        var context = new FeelContext
        {
            [Found] = fact?.State switch { FactState.Found => FeelValue.True, FactState.NotFound => FeelValue.False, _ => FeelValue.Null },
        };
        foreach (var field in registry.Fields)
            context[field.Name] = Value(Known(field, fact), TypeOf(field.Type));
        return context;
    }

    private static JsonNode? Known(RegistryField field, RegistryFact? fact) => fact?.State switch
    {
        FactState.Found => fact.Values?[field.Name],
        FactState.NotFound => field.NoRecord,
        _ => null,
    };

    private static FeelContext Person(Grounds grounds) => new()
    {
        ["姓名"] = grounds.Applicant.Name,
        ["证件号码"] = grounds.Applicant.Number,
        ["性别"] = grounds.Applicant.Sex,
        ["出生日期"] = FeelValue.From(grounds.Applicant.BirthDate),
        ["年龄"] = FeelValue.From(grounds.Applicant.AgeOn(grounds.Today)),
    };

    private static FeelContext Dated(ServicePackage package, DateOnly today)
    {
        var context = new FeelContext();
        foreach (var parameter in package.Parameters)
            context[parameter.Name] = Value(parameter.On(today)?.Value, TypeOf(parameter.Type));
        return context;
    }
}
