using CsCheck;

namespace Tongban.Decisions.Tests;

/// <summary>Damaged models: reading gives problems, evaluating gives values, nothing throws.</summary>
public class ModelFuzzTests
{
    private static readonly string[] Models =
    [
        .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Tck", "kit"), "*.dmn", SearchOption.AllDirectories)
            .Append(Path.Combine(AppContext.BaseDirectory, "Models", "settlement.dmn"))
            .Select(File.ReadAllText).Where(t => t.Length < 20_000).Order(StringComparer.Ordinal),
    ];

    private static readonly string[] Noise =
    [
        "", "<", ">", "</text>", "<text>", "\"", "&amp;", "&bogus;", "[1..", "}", "null", "hitPolicy=\"PRIORITY\"", "href=\"#nowhere\"", "isCollection=\"true\"", "typeRef=\"tNothing\"",
        "<decision name=\"x\"/>", "<rule/>", "<inputEntry/>", "<contextEntry/>", "<list/>", "<for/>", "<invocation/>", "<filter/>", "汉字", "\0", "<!DOCTYPE a>",
    ];

    [Fact]
    public void DamagedModel_NeverThrows() => Gen.Select(Gen.Int[0, Models.Length - 1], Gen.Int[0, 20_000], Gen.Int[0, 40], Gen.Int[0, Noise.Length - 1]).Sample(
        (which, at, cut, noise) =>
        {
            var text = Models[which];
            at %= text.Length;
            Run(text.Remove(at, Math.Min(cut, text.Length - at)).Insert(at, Noise[noise]));
        },
        iter: 2000);

    [Fact]
    public void ExpressionsInModel_NeverThrow() => Gen.Select(Expressions.Gen, Expressions.Gen, Expressions.Gen).Sample(
        (cell, output, input) => Run(Tables.Xml($"C | a: number | x || 结果: number\n{Flat(cell)} | {Flat(input)} || {Flat(output)}\n{Flat(input)}, < {Flat(output)} | - || a")),
        iter: 1000);

    private static string Flat(string text) => text.Replace('|', '/').Replace('\n', ' ');

    private static void Run(string xml)
    {
        var loaded = DmnModel.Load(xml);
        Assert.True(loaded.Value is not null || loaded.Problems.Count > 0);
        if (loaded.Value is not { } model)
            return;
        _ = model.Analyse().Count;
        foreach (var decision in model.Decisions)
            foreach (var explain in new[] { false, true })
                _ = decision.Evaluate(new() { ["a"] = 1, ["年龄"] = "x" }, new() { Explain = explain, Fuel = 20_000 }).Value.ToString();
        foreach (var service in model.Services)
            _ = service.Evaluate([], new() { Fuel = 20_000 });
        foreach (var knowledge in model.Knowledges)
            _ = knowledge.Evaluate([], new() { Fuel = 20_000 });
    }
}
