namespace Tongban.Hall.Platform.Packages.Loading.Checks;

/// <summary>Each name means one thing: folder and id, fields, registries and the fixed names.</summary>
internal static class NamesCheck
{
    public static void Run(PackageDraft draft)
    {
        var package = draft.Package;
        if (package.Id != draft.Folder)
            draft.InService("/id", Findings.IdNotFolder(draft.Folder));

        var taken = new HashSet<string>(StringComparer.Ordinal)
        {
            PackageScope.Applicant, PackageScope.Parameters, PackageScope.Today, PackageScope.Decision,
        };
        for (var i = 0; i < package.Registries.Count; i++)
            if (!taken.Add(package.Registries[i].Name))
                draft.InService(FormattableString.Invariant($"/registries/{i}/name"), Findings.NameTaken(package.Registries[i].Name));
        foreach (var (field, pointer) in draft.Fields)
            if (!taken.Add(field.Id))
                draft.InForm(pointer + "/id", Findings.NameTaken(field.Id));

        Distinct(draft, PackageDraft.ServiceFile, "/materials", package.Materials.Select(m => m.Id));
        Distinct(draft, PackageDraft.ServiceFile, "/parameters", package.Parameters.Select(p => p.Name));
        Distinct(draft, PackageDraft.FormFile, "/sections", package.Form.Sections.Select(s => s.Id));
        Distinct(draft, PackageDraft.ResultFile, "/fields", package.Result.Fields.Select(f => f.Id));
        for (var i = 0; i < package.Registries.Count; i++)
            Distinct(draft, PackageDraft.ServiceFile, FormattableString.Invariant($"/registries/{i}/fields"),
                package.Registries[i].Fields.Select(f => f.Name).Prepend(PackageScope.Found), shift: 1);
    }

    private static void Distinct(PackageDraft draft, string file, string list, IEnumerable<string> ids, int shift = 0)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (id, i) in ids.Select((id, i) => (id, i)))
            if (!seen.Add(id))
                draft.In(file, FormattableString.Invariant($"{list}/{i - shift}"), Findings.Twice(id));
    }
}
