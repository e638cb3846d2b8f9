namespace Tongban.Hall.Platform.Packages.Loading.Checks;

/// <summary>Each material says where it comes from; each situation selects materials that exist.</summary>
internal static class MaterialsCheck
{
    public static void Run(PackageDraft draft)
    {
        for (var i = 0; i < draft.Package.Materials.Count; i++)
            Check(draft, draft.Package.Materials[i], FormattableString.Invariant($"/materials/{i}"));
        for (var i = 0; i < draft.Package.Situations.Count; i++)
            Check(draft, draft.Package.Situations[i], FormattableString.Invariant($"/situations/{i}"));
    }

    private static void Check(PackageDraft draft, Material material, string at)
    {
        if (material.Registry is { } name && draft.Package.Registry(name) is null)
            draft.InService(at + "/registry", NoRegistry(draft, name));
        if (material.Source == MaterialSource.Shared && material.Registry is null)
            draft.InService(at, Findings.SharedWithoutRegistry());
        if (material.Source == MaterialSource.Applicant && material.Formats.Count == 0)
            draft.InService(at, Findings.MaterialWithoutFormats());
        if (material is { Source: MaterialSource.Applicant, Trust: TrustGrade.A or TrustGrade.B })
            draft.InService(at + "/trust", Findings.TrustForUpload());
    }

    private static void Check(PackageDraft draft, Situation situation, string at)
    {
        if (draft.Package.Form.Field(situation.Field) is not { } field)
        {
            draft.InService(at + "/field", Findings.NoSuch("字段", "field", situation.Field, string.Join("、", draft.Package.Form.Fields.Select(f => f.Id))));
            return;
        }
        for (var o = 0; o < situation.Options.Count; o++)
        {
            var option = situation.Options[o];
            var there = FormattableString.Invariant($"{at}/options/{o}");
            if (field.Options.All(f => f.Value != option.Value))
                draft.InService(there + "/value", Findings.NoSuch("选项", "option", option.Value, string.Join("、", field.Options.Select(f => f.Value))));
            for (var m = 0; m < option.Materials.Count; m++)
                if (draft.Package.Material(option.Materials[m]) is null)
                    draft.InService(FormattableString.Invariant($"{there}/materials/{m}"),
                        Findings.NoSuch("材料", "material", option.Materials[m], string.Join("、", draft.Package.Materials.Select(x => x.Id))));
        }
    }

    internal static FindingText NoRegistry(PackageDraft draft, string name) =>
        Findings.NoSuch("登记库", "registry", name, string.Join("、", draft.Package.Registries.Select(r => r.Name)));
}
