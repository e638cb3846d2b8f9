using Tongban.Decisions;

namespace Tongban.Hall.Platform.Packages.Loading.Checks;

/// <summary>Every field can be asked, filled in and prefilled as it says.</summary>
internal static class FormCheck
{
    public static void Run(PackageDraft draft)
    {
        foreach (var (field, pointer) in draft.Fields)
            Check(draft, PackageDraft.FormFile, field, pointer);
        var questions = draft.Package.SelfCheck?.Questions ?? [];
        for (var i = 0; i < questions.Count; i++)
        {
            var at = FormattableString.Invariant($"/selfCheck/questions/{i}");
            Check(draft, PackageDraft.ServiceFile, questions[i].Field, at + "/field");
            for (var s = 0; s < questions[i].Sets.Count; s++)
                CheckFact(draft, questions[i].Sets[s], FormattableString.Invariant($"{at}/sets/{s}"), questions[i].Field.Type);
        }
        foreach (var path in draft.Package.SelfCheck?.Assume.Keys ?? [])
            CheckFact(draft, path, "/selfCheck/assume/" + YamlSource.Escape(path));
    }

    private static void Check(PackageDraft draft, string file, FormField field, string at)
    {
        if (field.Type is FieldType.Choice or FieldType.MultiChoice && field.Options.Count == 0 && field.OptionsFrom is null)
            draft.In(file, at, Findings.OptionsMissing());
        if (field.Type == FieldType.Region && field.Region is null)
            draft.In(file, at, Findings.RegionMissing());
        if (field.Region?.Within is { } within && draft.Package.Form.Field(within)?.Type != FieldType.Region)
            draft.In(file, at + "/region/within", NoField(draft, within));
        if (field.OptionsFrom is { } source && draft.Package.Parameters.All(p => "参数." + p.Name != source || p.Type != "list<string>"))
            draft.In(file, at + "/optionsFrom", Findings.NoSuch("参数", "parameter", source, string.Join("、", draft.Package.Parameters.Select(p => "参数." + p.Name))));
        if (field.Material is { } material && draft.Package.Material(material) is null)
            draft.In(file, at + "/material", Findings.NoSuch("材料", "material", material, string.Join("、", draft.Package.Materials.Select(m => m.Id))));
        foreach (var twice in field.Options.GroupBy(o => o.Value).Where(g => g.Count() > 1))
            draft.In(file, at + "/options", Findings.Twice(twice.Key));
        CheckPrefill(draft, file, field, at);
    }

    private static void CheckPrefill(PackageDraft draft, string file, FormField field, string at)
    {
        if (field.Locked && (field.Prefill is null || field.Prefill.StartsWith("account.", StringComparison.Ordinal)))
            draft.In(file, at + "/locked", Findings.LockedWithoutRegistry());
        if (field.Prefill is not { } prefill)
            return;
        var (source, name) = (prefill.Split('.')[0], prefill.Split('.')[1]);
        var place = at + "/prefill";
        if (source == "account")
        {
            if (!Applicant.AccountNames.Contains(name))
                draft.In(file, place, Findings.NoSuch("账户信息", "account value", name, string.Join("、", Applicant.AccountNames)));
        }
        else if (draft.Package.Registry(source) is not { } registry)
            draft.In(file, place, MaterialsCheck.NoRegistry(draft, source));
        else if (registry.Field(name) is not { } known)
            draft.In(file, place, Findings.NoSuch("登记项", "registry field", prefill, string.Join("、", registry.Fields.Select(f => f.Name))));
        else if (!PackageScope.TypeOf(known.Type).Equals(PackageScope.TypeOf(field.Type)))
            draft.In(file, place, Findings.PrefillType(PackageScope.TypeOf(field.Type).ToString(), known.Type));
    }

    private static void CheckFact(PackageDraft draft, string path, string at, FieldType? from = null)
    {
        if (draft.Package.Form.Field(path) is not null)
            return;
        var (source, name) = (path.Split('.')[0], path.Split('.') is [_, var second] ? second : "");
        if (source == PackageScope.Applicant && name is "出生日期" or "性别")
            return;
        if (draft.Package.Registry(source) is not { } registry)
            draft.InService(at, MaterialsCheck.NoRegistry(draft, source));
        else if (name != PackageScope.Found && registry.Field(name) is null)
            draft.InService(at, Findings.NoSuch("登记项", "registry field", path, string.Join("、", registry.Fields.Select(f => f.Name))));
        else if (from is { } type && registry.Field(name) is { } known && !PackageScope.TypeOf(known.Type).Equals(PackageScope.TypeOf(type)))
            draft.InService(at, Findings.PrefillType(known.Type, PackageScope.TypeOf(type).ToString()));
    }

    private static FindingText NoField(PackageDraft draft, string id) =>
        Findings.NoSuch("区划字段", "region field", id, string.Join("、", draft.Package.Form.Fields.Where(f => f.Type == FieldType.Region).Select(f => f.Id)));
}
