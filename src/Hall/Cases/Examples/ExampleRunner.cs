using System.Globalization;
using System.Text.Json.Nodes;
using Tongban.Codes;
using Tongban.Hall.Cases.Clock;
using Tongban.Hall.Platform.Forms;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Packages.Rules;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Cases.Examples;

/// <summary>What an example gave, and where that differs from what it expects.</summary>
public sealed record ExampleRun(PackageExample Example, IReadOnlyList<Text> Differences)
{
    public bool Passed => Differences.Count == 0;
}

/// <summary>Plays a package's examples through the same form, rules, materials and clock as a real case.</summary>
public sealed class ExampleRunner(WorkingDayCalendar calendar)
{
    private static readonly TimeSpan LongAgo = TimeSpan.FromDays(30);

    public IReadOnlyList<ExampleRun> Run(ServicePackage package) => [.. package.Examples.Select(e => Run(package, e))];

    public ExampleRun Run(ServicePackage package, PackageExample example)
    {
        var grounds = GroundsOf(package, example);
        var differences = new Differences();
        if (grounds is null)
            return new ExampleRun(example, [new("申请人的身份证号码不对", "The applicant's citizen number is wrong")]);
        var uploaded = FileAnswers(package, example);
        var form = FormCheck.Run(package, grounds with { Answers = With(grounds.Answers, uploaded) });
        grounds = grounds with { Answers = form.Answers };
        CheckForm(example.Expect, form, differences);
        if (form.Ok)
            CheckDecision(package, example.Expect, grounds, differences);
        CheckMaterials(package, example, grounds, differences);
        CheckDates(package, example, differences);
        return new ExampleRun(example, differences.All);
    }

    private static void CheckForm(Expected expect, CheckedForm form, Differences differences)
    {
        if ((expect.Outcome == ExampleOutcome.FormErrors) == form.Ok)
            differences.Add("表格", "form", expect.Outcome, form.Ok ? "ok" : string.Join("; ", form.Errors.Select(e => $"{e.Field}: {e.Text.Zh}")));
        foreach (var (field, part) in expect.Errors)
            if (!form.Errors.Any(e => e.Field == field && Says(e.Text, part)))
                differences.Add("错误提示 " + field, "error of " + field, part, form.ErrorOf(field)?.Text.Zh ?? "–");
    }

    private static void CheckDecision(ServicePackage package, Expected expect, Grounds grounds, Differences differences)
    {
        var outcome = PackageRules.Decide(package, grounds);
        var said = string.Join("; ", outcome.Reasons.Select(r => r.Text.Zh));
        var expected = expect.Outcome == ExampleOutcome.Granted ? RuleVerdict.Granted : RuleVerdict.NeedsPerson;
        if (expect.Outcome != ExampleOutcome.FormErrors && outcome.Verdict != expected)
            differences.Add("结果", "outcome", expected, $"{outcome.Verdict}: {said}");
        if (expect.Rule is { } rule && outcome.RuleId != rule)
            differences.Add("规则", "rule", rule, outcome.RuleId ?? "–");
        foreach (var part in expect.Reasons.Where(part => !outcome.Reasons.Any(r => Says(r.Text, part))))
            differences.Add("理由", "reason", part, said);
        if (expect.Result.Count > 0)
            CheckResult(PackageResult.Of(package, grounds, outcome.Outputs), expect.Result, differences);
    }

    private static void CheckResult(PackageResult result, JsonObject expected, Differences differences)
    {
        foreach (var (id, value) in expected)
            if (result.Fields.FirstOrDefault(f => f.Id == id)?.Value is var has && has != value?.ToString())
                differences.Add("结果字段 " + id, "result field " + id, value?.ToString() ?? "", has ?? "–");
    }

    private static void CheckMaterials(ServicePackage package, PackageExample example, Grounds grounds, Differences differences)
    {
        if (example.Expect.Materials is not { } expected)
            return;
        var outstanding = PackageMaterials.Outstanding(package, grounds, [.. example.Uploads]).Select(m => m.Id).ToList();
        if (!outstanding.Order(StringComparer.Ordinal).SequenceEqual(expected.Order(StringComparer.Ordinal)))
            differences.Add("还缺的材料", "outstanding materials", string.Join(", ", expected), string.Join(", ", outstanding));
    }

    private void CheckDates(ServicePackage package, PackageExample example, Differences differences)
    {
        Check("法定期限", "statutory due date", example.Expect.DueDates?.Statutory, package.Limits.Statutory.Days);
        Check("承诺期限", "promised due date", example.Expect.DueDates?.Promised, package.Limits.Promised.Days);

        void Check(string zh, string en, DateOnly? expected, int days)
        {
            if (expected is { } date && calendar.AddWorkingDays(example.Today, days) is var due && due != date)
                differences.Add(zh, en, date.ToString("O", CultureInfo.InvariantCulture), due.ToString("O", CultureInfo.InvariantCulture));
        }
    }

    private static Grounds? GroundsOf(ServicePackage package, PackageExample example)
    {
        if (ApplicantOf(example) is not { } applicant) return null;
        var now = new DateTimeOffset(example.Today, new TimeOnly(10, 0), TimeSpan.FromHours(8));
        return new Grounds
        {
            Today = example.Today,
            Now = now,
            Applicant = applicant,
            Answers = example.Answers,
            Facts = example.Registries.Where(r => package.Registry(r.Key) is not null)
                .ToDictionary(r => r.Key, r => FactOf(r.Value, now)),
        };
    }

    private static Applicant? ApplicantOf(PackageExample example)
    {
        var given = example.Applicant;
        var applicant = new Applicant { Name = given.Name, Mobile = given.Mobile, Email = given.Email, Address = given.Address };
        // Eighteen digits may by chance be both: a date inside tells.
        if (CitizenNumber.TryParse(given.Number, example.Today, out var number, out _))
            return applicant with { Number = number.Value, BirthDate = number.BirthDate, Sex = number.IsMale ? "男" : "女" };
        return SocialCreditCode.TryParse(given.Number, out var code, out _) ? applicant with { Kind = PartyKind.Organisation, Number = code.Value } : null;
    }

    // "stale" is an answer of a month ago: whatever it said, it may not be used.
    private static RegistryFact FactOf(JsonNode value, DateTimeOffset now) => value switch
    {
        JsonObject facts => new RegistryFact(FactState.Found, facts, now),
        _ when value.ToString() == "notFound" => new RegistryFact(FactState.NotFound, null, now),
        _ when value.ToString() == "stale" => new RegistryFact(FactState.Found, [], now - LongAgo),
        _ => new RegistryFact(FactState.Unavailable, null, now),
    };

    private static JsonObject FileAnswers(ServicePackage package, PackageExample example)
    {
        var answers = new JsonObject();
        foreach (var field in package.Form.Fields.Where(f => f.Material is { } material && example.Uploads.Contains(material)))
            answers[field.Id] = new JsonArray(field.Material);
        return answers;
    }

    private static JsonObject With(JsonObject answers, JsonObject more)
    {
        var all = answers.DeepClone().AsObject();
        foreach (var (name, value) in more)
            all[name] = value?.DeepClone();
        return all;
    }

    private static bool Says(Text text, string part) =>
        text.Zh.Contains(part, StringComparison.Ordinal) || text.En.Contains(part, StringComparison.Ordinal);

    private sealed class Differences
    {
        private readonly List<Text> all = [];

        public IReadOnlyList<Text> All => all;

        public void Add(string zh, string en, object expected, string has) =>
            all.Add(new($"{zh}：应为 {expected}，实为 {has}", $"{en}: expected {expected}, got {has}"));
    }
}
