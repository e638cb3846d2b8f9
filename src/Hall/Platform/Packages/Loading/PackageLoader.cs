using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Tongban.Decisions;
using Tongban.Hall.Platform.Packages.Loading.Checks;

namespace Tongban.Hall.Platform.Packages.Loading;

/// <summary>Reads a package folder and checks everything about it; a package with an error is not handed out.</summary>
public sealed class PackageLoader
{
    private static readonly Action<PackageDraft>[] Checks =
    [
        NamesCheck.Run, CodesCheck.Run, LimitsCheck.Run, MaterialsCheck.Run, FormCheck.Run, BurdenCheck.Run,
        ParametersCheck.Run, ExpressionsCheck.Run, RulesCheck.Run, RulesAnalysisCheck.Run,
    ];

    private static readonly string[] Needed =
        [PackageDraft.ServiceFile, PackageDraft.FormFile, PackageDraft.ResultFile, "guide.zh.md", "guide.en.md"];

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    private readonly PackageSchemas schemas;

    private readonly IReadOnlyCollection<string>? registries;

    private PackageLoader(PackageSchemas schemas, IReadOnlyCollection<string>? registries) =>
        (this.schemas, this.registries) = (schemas, registries);

    /// <param name="schemaFolder">The folder <c>packages/_schema</c>.</param>
    /// <param name="registries">Ids of the registries the exchange can ask; absent = not checked.</param>
    public static async Task<PackageLoader> CreateAsync(string schemaFolder, IReadOnlyCollection<string>? registries = null) =>
        new(await PackageSchemas.LoadAsync(schemaFolder), registries);

    /// <param name="files">The package's files.</param>
    /// <param name="withExamples">False where packages only serve: examples gate publication and are most of the reading.</param>
    public LoadedPackage Load(PackageFiles files, bool withExamples = true)
    {
        var findings = new FindingList();
        var package = new Reading(this, files, findings).Package(withExamples);
        return new LoadedPackage(files.Folder, findings.HasErrors ? null : package, findings.Sorted());
    }

    private sealed class Reading(PackageLoader loader, PackageFiles files, FindingList findings)
    {
        private readonly Dictionary<string, YamlSource> sources = new(StringComparer.Ordinal);

        public ServicePackage? Package(bool withExamples)
        {
            CheckFolder();
            var service = Yaml<ServicePackage>("service", PackageDraft.ServiceFile);
            var form = Yaml<Form>("form", PackageDraft.FormFile);
            var result = Yaml<Result>("result", PackageDraft.ResultFile);
            var examples = (withExamples ? files.Under("examples") : []).Select(f => Yaml<PackageExample>("example", f) is { } e ? e with { File = f } : null).ToList();
            var rules = Rules();
            if (service is null || form is null || result is null)
                return null;
            var package = service with
            {
                Version = files.Version(),
                Form = form,
                Result = result,
                Guide = new Text(files.Text("guide.zh.md") ?? "", files.Text("guide.en.md") ?? ""),
                Rules = rules,
                Examples = [.. examples.OfType<PackageExample>()],
            };
            var draft = new PackageDraft(files, package, sources, findings);
            foreach (var check in Checks)
                check(draft);
            if (withExamples)
                ExamplesCheck.Run(draft);
            CheckConnected(draft);
            return package;
        }

        private void CheckFolder()
        {
            foreach (var file in Needed.Where(f => !files.Files.ContainsKey(f)))
                findings.Add(Start(file), Findings.FileMissing(file));
            foreach (var (file, bytes) in files.Files)
            {
                if (bytes.Length > PackageFiles.MaxKilobytes * 1024)
                    findings.Add(Start(file), Findings.FileTooBig(PackageFiles.MaxKilobytes));
                if (!Needed.Contains(file) && file != PackageDraft.RulesFile && !(file.StartsWith("examples/", StringComparison.Ordinal) && file.EndsWith(".yaml", StringComparison.Ordinal)))
                    findings.Add(Start(file), Findings.StrangeFile());
            }
            foreach (var guide in Needed.Where(f => f.EndsWith(".md", StringComparison.Ordinal) && files.Text(f) is { Length: < 200 }))
                findings.Add(Start(guide), Findings.GuideTooShort());
        }

        private void CheckConnected(PackageDraft draft)
        {
            var asked = draft.Package.Registries;
            for (var i = 0; i < asked.Count; i++)
                if (loader.registries is { } connected && !connected.Contains(asked[i].Registry))
                    draft.InService(FormattableString.Invariant($"/registries/{i}/registry"),
                        Findings.NoSuch("已接入的登记库", "connected registry", asked[i].Registry, string.Join("、", connected)));
        }

        private Spot Start(string file) => new($"{files.Folder}/{file}", 1, 1);

        private T? Yaml<T>(string kind, string file) where T : class
        {
            if (files.Text(file) is not { } text || text.Length > PackageFiles.MaxKilobytes * 1024)
                return null;
            var source = sources[file] = YamlSource.Read($"{files.Folder}/{file}", text, findings);
            return loader.schemas.Check(kind, source, findings) ? Model<T>(source) : null;
        }

        private T? Model<T>(YamlSource source) where T : class
        {
            try
            {
                return source.Root.Deserialize<T>(Json);
            }
            catch (JsonException error)
            {
                findings.Add(source.At(Pointer(error.Path)), Findings.Unreadable(Value(source.Root, error.Path) ?? error.Message));
                return null;
            }
        }

        private static string Pointer(string? path) =>
            (path ?? "$").Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Replace('.', '/')[1..];

        private static string? Value(JsonNode? node, string? path)
        {
            foreach (var part in Pointer(path).Split('/', StringSplitOptions.RemoveEmptyEntries))
                node = node switch
                {
                    JsonArray array when int.TryParse(part, out var i) && i < array.Count => array[i],
                    JsonObject map => map[part],
                    _ => null,
                };
            return node?.ToJsonString();
        }

        private DmnModel? Rules()
        {
            if (!files.Files.TryGetValue(PackageDraft.RulesFile, out var bytes))
                return null;
            using var stream = new MemoryStream(bytes);
            var parsed = DmnModel.Load(stream);
            foreach (var problem in parsed.Problems)
                findings.Add(
                    new Spot($"{files.Folder}/{PackageDraft.RulesFile}", Math.Max(1, problem.Line), Math.Max(1, problem.Column)),
                    Findings.FeelProblem(problem.Code, problem.Zh, problem.En, problem.Severity == Severity.Error));
            return parsed.Value;
        }
    }
}
