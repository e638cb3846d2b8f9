namespace Tongban.Hall.Platform.Packages.Loading.Checks;

/// <summary>Examples ship with the package, and speak only of what the package has.</summary>
internal static class ExamplesCheck
{
    private static readonly string[] Words = ["notFound", "down", "stale"];

    public static void Run(PackageDraft draft)
    {
        var examples = draft.Package.Examples;
        if (examples.Count == 0)
            draft.InService("/id", Findings.NoExample());
        if (draft.Package.Instant is { Enabled: true })
        {
            if (examples.All(e => e.Expect.Outcome != ExampleOutcome.Granted))
                draft.InService("/instant", Findings.NoGrantExample());
            if (examples.All(e => e.Expect.Outcome != ExampleOutcome.Person))
                draft.InService("/instant", Findings.NoPersonExample());
        }
        foreach (var example in examples)
            Check(draft, example);
    }

    private static void Check(PackageDraft draft, PackageExample example)
    {
        foreach (var (name, value) in example.Registries)
        {
            var at = "/registries/" + YamlSource.Escape(name);
            if (draft.Package.Registry(name) is not { } registry)
                draft.In(example.File, at, MaterialsCheck.NoRegistry(draft, name));
            else if (value is System.Text.Json.Nodes.JsonObject facts)
                foreach (var (field, fact) in facts)
                    CheckFact(draft, example.File, registry, field, fact, $"{at}/{YamlSource.Escape(field)}");
            else if (!Words.Contains(value.ToString()))
                draft.In(example.File, at, Findings.NotInList(string.Join(", ", Words)));
        }
        foreach (var upload in example.Uploads.Concat(example.Expect.Materials ?? []).Where(m => draft.Package.Material(m) is null))
            draft.In(example.File, "/expect", Findings.NoSuch("材料", "material", upload, string.Join("、", draft.Package.Materials.Select(m => m.Id))));
        foreach (var (field, _) in example.Expect.Result.Where(r => draft.Package.Result.Fields.All(f => f.Id != r.Key)))
            draft.In(example.File, "/expect/result", Findings.NoSuch("结果字段", "result field", field, string.Join("、", draft.Package.Result.Fields.Select(f => f.Id))));
    }

    private static void CheckFact(PackageDraft draft, string file, RegistryUse registry, string name, System.Text.Json.Nodes.JsonNode? fact, string at)
    {
        if (registry.Field(name) is not { } field)
            draft.In(file, at, Findings.NoSuch("登记项", "registry field", $"{registry.Name}.{name}", string.Join("、", registry.Fields.Select(f => f.Name))));
        else if (fact is not null && RegistryValues.Convert(fact, field.Type) is null)
            draft.In(file, at, Findings.ParameterType(field.Type));
    }
}
