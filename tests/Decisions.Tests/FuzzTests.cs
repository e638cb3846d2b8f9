using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Tongban.Decisions.Tests;

/// <summary>
/// Damaged expressions and models: reading gives problems, evaluating gives values, nothing throws, everything ends.
/// FUZZ=1000000 makes a long run of so many rounds, FUZZ_SEED begins it elsewhere; a failure names the seed of its round.
/// </summary>
public partial class FuzzTests
{
    private static readonly int Rounds = Number("FUZZ", 2000);
    private static readonly int Seed = Number("FUZZ_SEED", 1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly EvaluationOptions Options = new() { Fuel = 20_000, Now = DateTimeOffset.UnixEpoch };

    private static readonly string[] Files = [.. Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dmn", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    private static readonly XDocument[] Models = [.. Files.Select(File.ReadAllText).Where(t => t.Length < 40_000).Select(XDocument.Parse)];

    private static readonly string[] Texts =
    [
        .. Models.SelectMany(m => m.Descendants()).Where(e => e.Name.LocalName == "text").Select(e => e.Value)
            .Concat(ClauseTests.Expressions.Select(r => r.Data[..r.Data.LastIndexOf(" => ", StringComparison.Ordinal)])).Distinct(),
    ];

    private static readonly string[] Noise =
    [
        "(", ")", "[", "]", "{", "}", "..", ",", ".", ":", "\"", "@\"", "-", "**", "/*", "//", "\\", "?", "null", "if ", " in ", "for x in ", "function(x) ", "not(", "item", "partial", "𠮷", "\uD83D", "\0", "　",
        "1E6111", "9999999999999999999999999999999999", "@\"999999999-12-31\"", "@\"P99999999999Y\"", "1..1000000000", "sum(", "string(", " instance of ", " between ", " satisfies ", "（",
    ];

    private static readonly string[] Values =
    [
        "", "x", "number", "tNothing", "list<number>", "context<a: list<Any>>", "#nowhere", "#", "true", "PRIORITY", "OUTPUT ORDER", "COLLECT", "SUM", "COUNT", "Java", "汉 字", "a.b", "http://www.omg.org/spec/DMN/20180521/FEEL/",
    ];

    [Fact]
    public void DamagedExpression_NeverThrowsAndEnds() => Each(random =>
    {
        var text = Expression(random);
        var scope = random.Next(2) == 0 ? Expressions.Scope : FeelScope.Empty;
        var parsed = Feel.Parse(text, scope);
        Assert.True(parsed.Value is not null || parsed.Problems.Count > 0);
        if (parsed.Value?.Evaluate([], Options).Value is { } value)
            _ = value.ToString() + value.Type + value.GetHashCode() + parsed.Value;
        _ = Feel.ParseUnaryTests(text, scope, FeelType.Number).Value?.Evaluate(new() { ["?"] = 1 }, Options);
        _ = FeelType.Parse(text).Problems;
        return text;
    });

    [Fact]
    public void DamagedModel_NeverThrowsAndEnds() => Each(
        random =>
        {
            var model = new XDocument(Pick(random, Models));
            for (var i = random.Next(1, 6); i > 0; i--)
                Damage(random, model);
            var xml = model.ToString();
            if (random.Next(8) == 0)
                xml = xml.Insert(random.Next(xml.Length), Pick(random, Noise));
            Run(xml);
            return xml;
        },
        Rounds / 4);

    [Fact]
    public void DamagedBytes_NeverThrow() => Each(
        random =>
        {
            var bytes = File.ReadAllBytes(Pick(random, Files));
            for (var i = random.Next(1, 4); i > 0; i--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            var loaded = DmnModel.Load(new MemoryStream(bytes));
            Assert.True(loaded.Value is not null || loaded.Problems.Count > 0);
            return "";
        },
        Rounds / 10);

    private static string Expression(Random random)
    {
        var tokens = Token().Matches(Pick(random, Texts)).Select(m => m.Value).ToList();
        for (var i = random.Next(1, 6); i > 0 && tokens.Count > 0; i--)
        {
            var at = random.Next(tokens.Count);
            switch (random.Next(6))
            {
                case 0:
                    tokens.RemoveAt(at);
                    break;
                case 1:
                    tokens.Insert(at, Pick(random, Noise));
                    break;
                case 2:
                    tokens.Insert(at, tokens[random.Next(tokens.Count)]);
                    break;
                case 3:
                    tokens.InsertRange(at, Token().Matches(Pick(random, Texts)).Select(m => m.Value).Prepend("(").Append(")"));
                    break;
                case 4:
                    tokens[at] = Pick(random, Token().Matches(Pick(random, Texts)).Select(m => m.Value).Append("x").ToArray());
                    break;
                default:
                    tokens.InsertRange(at, Enumerable.Repeat(Pick(random, Noise), random.Next(random.Next(10) == 0 ? 3000 : 5)));
                    break;
            }
        }

        return string.Concat(tokens);
    }

    private static void Damage(Random random, XDocument model)
    {
        var all = model.Descendants().ToArray();
        XElement one = Pick(random, all), other = Pick(random, all);
        switch (random.Next(7))
        {
            case 0 when one.Parent is not null:
                one.Remove();
                break;
            case 1 when one.Parent is not null:
                other.Add(new XElement(one));
                break;
            case 2 when one.Parent is not null:
                one.ReplaceWith(new XElement(other));
                break;
            case 3:
                one.Name = other.Name;
                break;
            case 4 when one.Attributes().FirstOrDefault(a => !a.IsNamespaceDeclaration) is { } attribute:
                attribute.Value = random.Next(2) == 0 ? Pick(random, Values) : other.Attributes().FirstOrDefault(a => !a.IsNamespaceDeclaration)?.Value ?? "x";
                break;
            case 5:
                one.SetAttributeValue(Pick(random, ["typeRef", "href", "name", "isCollection", "hitPolicy", "aggregation", "kind", "iteratorVariable"]), Pick(random, Values));
                break;
            default:
                if (model.Descendants().Where(e => e.Name.LocalName == "text").ToArray() is { Length: > 0 } texts)
                    Pick(random, texts).Value = Legal(Expression(random));
                break;
        }
    }

    // Whatever XML can hold.
    private static string Legal(string text) => string.Concat(text.Where(System.Xml.XmlConvert.IsXmlChar));

    private static void Run(string xml)
    {
        var loaded = DmnModel.Load(xml);
        Assert.True(loaded.Value is not null || loaded.Problems.Count > 0);
        Assert.All(loaded.Problems, p => Assert.True(p.Zh.Length > 0 && p.En.Length > 0));
        if (loaded.Value is not { } model)
            return;
        _ = model.Analyse().Count;
        var inputs = new FeelContext();
        foreach (var input in model.Inputs)
            inputs[input.Name] = input.Type.Kind switch { FeelKind.Number => 5, FeelKind.String => "x", FeelKind.Boolean => true, _ => FeelValue.Null };
        foreach (var decision in model.Decisions)
            foreach (var explain in new[] { false, true })
                _ = decision.Evaluate(inputs, Options with { Explain = explain }).Value.ToString() + decision.RequiredInputs.Count + decision.Type;
        foreach (var service in model.Services)
            _ = service.Evaluate(inputs, Options).Value.ToString();
        foreach (var knowledge in model.Knowledges)
            _ = knowledge.Evaluate(inputs, Options).Value.ToString();
    }

    private static void Each(Func<Random, string> round, int? rounds = null)
    {
        for (var seed = Seed; seed < Seed + (rounds ?? Rounds); seed++)
        {
            var clock = Stopwatch.StartNew();
            var text = "";
            try
            {
                text = round(new Random(seed));
            }
            catch (Exception thrown)
            {
                Assert.Fail($"FUZZ_SEED={seed}: {thrown}");
            }

            Assert.True(clock.Elapsed < Patience, $"FUZZ_SEED={seed} took {clock.Elapsed}: {text}");
        }
    }

    private static T Pick<T>(Random random, T[] from) => from[random.Next(from.Length)];

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    [GeneratedRegex(@"\w+|""[^""]*""|\s+|.", RegexOptions.Singleline)]
    private static partial Regex Token();
}
