using System.Security.Cryptography;
using System.Text;
using Tongban.Decisions.Dmn;
using Tongban.Decisions.Dmn.Analysis;

namespace Tongban.Decisions;

/// <summary>A decision model (DMN 1.5; the XML of 1.2 to 1.5). Compiled once; immutable and safe to use from many threads.</summary>
public sealed class DmnModel
{
    private readonly Dictionary<string, DmnDecision> byName;
    private readonly Dictionary<string, DmnService> services;

    private DmnModel(Element root, ModelBuilder builder, string hash)
    {
        Builder = builder;
        Name = root["name"] ?? "";
        Namespace = builder.Namespace;
        ContentHash = hash;
        Inputs = [.. builder.Nodes.OfType<InputNode>().Select(n => new DmnInput(n.Name, n.Type) { AllowedValues = n.ItemType.Allowed?.Text })];
        Decisions = [.. builder.Nodes.OfType<DecisionNode>().Select(n => new DmnDecision(n))];
        byName = Decisions.GroupBy(d => d.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        Knowledges = [.. builder.Nodes.OfType<KnowledgeNode>().Where(n => n.Knowledge is not null).Select(n => new DmnKnowledge(n.Knowledge!))];
        Services = [.. builder.Nodes.OfType<KnowledgeNode>().Where(n => n.Service is not null).Select(n => new DmnService(n.Service!))];
        services = Services.GroupBy(s => s.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
    }

    /// <summary>The name of the model.</summary>
    public string Name { get; }

    /// <summary>The namespace, under which other models import it.</summary>
    public string Namespace { get; }

    /// <summary>SHA-256 of the file's bytes (of the UTF-8 of a text), in lower-case hexadecimal digits: the version of the rules that a decision rests on.</summary>
    public string ContentHash { get; }

    /// <summary>The input data of the model.</summary>
    public IReadOnlyList<DmnInput> Inputs { get; }

    /// <summary>The decisions in the order of the file.</summary>
    public IReadOnlyList<DmnDecision> Decisions { get; }

    /// <summary>The business knowledge models in the order of the file.</summary>
    public IReadOnlyList<DmnKnowledge> Knowledges { get; }

    /// <summary>The decision services in the order of the file.</summary>
    public IReadOnlyList<DmnService> Services { get; }

    internal ModelBuilder Builder { get; }

    /// <summary>The decision of that name; null when there is none.</summary>
    public DmnDecision? Decision(string name) => byName.GetValueOrDefault(name);

    /// <summary>The decision service of that name; null when there is none.</summary>
    public DmnService? Service(string name) => services.GetValueOrDefault(name);

    /// <summary>The business knowledge model of that name; null when there is none.</summary>
    public DmnKnowledge? Knowledge(string name) => Knowledges.FirstOrDefault(k => k.Name == name);

    /// <summary>
    /// Looks for what an author hardly means, beyond the problems found while reading: rules that overlap or contradict, combinations that no rule covers,
    /// rules that can never hit, inputs that nobody uses. Numbers, dates, durations, booleans and enumerated strings are looked through; what depends on more than the tested value is left out.
    /// </summary>
    public IReadOnlyList<Problem> Analyse() => ModelAnalysis.Of(Builder);

    /// <summary>Reads a model.</summary>
    /// <param name="xml">The XML; at most 16 MiB, without DTD.</param>
    /// <param name="imports">The models that this one imports.</param>
    /// <returns>The model, or why not. With errors inside of expressions the model is there too, and these expressions give null.</returns>
    public static Parsed<DmnModel> Load(Stream xml, params IReadOnlyList<DmnModel> imports)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[81_920];
        // One byte over the limit is enough to be refused.
        for (var read = xml.Read(chunk); read > 0 && buffer.Length <= ModelReader.MostBytes; read = xml.Read(chunk))
            buffer.Write(chunk, 0, read);
        var bytes = buffer.ToArray();
        return Load(problems => ModelReader.Read(bytes, problems), bytes, imports);
    }

    /// <summary>Reads a model from its XML as text.</summary>
    /// <inheritdoc cref="Load(Stream, IReadOnlyList{DmnModel})"/>
    public static Parsed<DmnModel> Load(string xml, params IReadOnlyList<DmnModel> imports) =>
        Load(problems => ModelReader.Read(xml, problems), Encoding.UTF8.GetBytes(xml), imports);

    private static Parsed<DmnModel> Load(Func<List<Problem>, Element?> read, byte[] bytes, IReadOnlyList<DmnModel> imports)
    {
        var problems = new List<Problem>();
        var root = read(problems);
        if (root is null)
            return new(null, problems);
        if (root.Name != "definitions" || !root.Namespace.Contains("://www.omg.org/spec/DMN/", StringComparison.Ordinal))
        {
            problems.Add(root.Place(null).Problem(Messages.NotDmn(root.Name)));
            return new(null, problems);
        }

        var builder = new ModelBuilder(root, imports, problems);
        return new(new DmnModel(root, builder, Convert.ToHexStringLower(SHA256.HashData(bytes))), problems);
    }
}
