namespace Tongban.Hall.Platform.Packages.Loading.Checks;

/// <summary>The burden guard: nothing is asked for that a registry of the item, or the account, already knows.</summary>
internal static class BurdenCheck
{
    // What an account always holds, under the words a form would use.
    private static readonly Dictionary<string, string> Account = new(StringComparer.Ordinal)
    {
        ["姓名"] = "account.name", ["申请人姓名"] = "account.name",
        ["身份证号码"] = "account.number", ["证件号码"] = "account.number",
        ["手机号码"] = "account.mobile", ["联系电话"] = "account.mobile",
    };

    public static void Run(PackageDraft draft)
    {
        var known = new Dictionary<string, string>(Account, StringComparer.Ordinal);
        foreach (var registry in draft.Package.Registries)
            foreach (var field in registry.Fields)
            {
                known.TryAdd(field.Name, $"{registry.Name}.{field.Name}");
                known.TryAdd(field.Label.Zh, $"{registry.Name}.{field.Name}");
            }
        foreach (var (field, pointer) in draft.Fields)
            if (field.Prefill is null && field.Type != FieldType.File
                && (known.TryGetValue(field.Id, out var source) || known.TryGetValue(field.Label.Zh, out source)))
                draft.InForm(pointer, Findings.FieldThoughKnown(field.Label.Zh, source));

        for (var i = 0; i < draft.Package.Materials.Count; i++)
            if (draft.Package.Materials[i] is { Compulsory: true, Source: MaterialSource.Applicant, Registry: { } registry, When: null } material)
                draft.InService(FormattableString.Invariant($"/materials/{i}"), Findings.AskedThoughKnown(material.Name.Zh, registry));
    }
}
