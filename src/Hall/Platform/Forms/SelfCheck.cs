using System.Text.Json.Nodes;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Packages.Rules;

namespace Tongban.Hall.Platform.Forms;

/// <summary>What "Do I qualify?" answers.</summary>
/// <param name="Outcome">Null while an answer is missing or wrong.</param>
public sealed record SelfCheckResult(CheckedForm Answers, RuleOutcome? Outcome)
{
    /// <summary>Probably approved at once. Only the registries can say for certain.</summary>
    public bool Likely => Outcome is { Granted: true };
}

/// <summary>The same rules as for a case, on what a person says of himself before signing in.</summary>
public static class SelfCheck
{
    /// <summary>The questions as a form of one page, for drawing and checking like any other.</summary>
    public static ServicePackage Page(ServicePackage package) => package with
    {
        Form = new Form
        {
            Sections =
            [
                new FormSection
                {
                    Id = "self-check",
                    Title = new("看看您能不能办", "See whether you qualify"),
                    Fields = [.. package.SelfCheck?.Questions.Select(q => q.Field) ?? []],
                },
            ],
        },
    };

    public static Grounds Blank(DateOnly today, JsonObject answers) => new()
    {
        Today = today,
        Applicant = new Applicant { Name = "本人", BirthDate = null },
        Answers = answers,
    };

    public static SelfCheckResult Run(ServicePackage package, DateOnly today, JsonObject answers)
    {
        var form = FormCheck.Run(Page(package), Blank(today, answers));
        return new SelfCheckResult(form, form.Ok && package.SelfCheck is { } page ? Decide(package, page, today, form.Answers) : null);
    }

    private static RuleOutcome Decide(ServicePackage package, SelfCheckPage page, DateOnly today, JsonObject answers)
    {
        var said = new Dictionary<string, JsonNode?>(page.Assume, StringComparer.Ordinal);
        foreach (var question in page.Questions)
            foreach (var path in question.Sets)
                said[path] = answers[question.Field.Id];
        return PackageRules.Decide(package, new Grounds
        {
            Today = today,
            Applicant = Person(said),
            Answers = new JsonObject(said.Where(s => package.Form.Field(s.Key) is not null)
                .Select(s => KeyValuePair.Create(s.Key, s.Value?.DeepClone()))),
            Facts = package.Registries.ToDictionary(r => r.Name, r => Fact(r, said)),
        });
    }

    private static Applicant Person(Dictionary<string, JsonNode?> said) => new()
    {
        Name = "本人",
        BirthDate = DateOnly.TryParseExact(said.GetValueOrDefault("申请人.出生日期")?.ToString(), "yyyy-MM-dd", out var born) ? born : null,
        Sex = said.GetValueOrDefault("申请人.性别")?.ToString(),
    };

    private static RegistryFact Fact(RegistryUse registry, Dictionary<string, JsonNode?> said)
    {
        var values = new JsonObject();
        foreach (var field in registry.Fields)
            if ((said.GetValueOrDefault($"{registry.Name}.{field.Name}") ?? field.NoRecord) is { } value)
                values[field.Name] = value.DeepClone();
        return values.Count == 0 ? RegistryFact.NotFound : new RegistryFact(FactState.Found, values);
    }
}
