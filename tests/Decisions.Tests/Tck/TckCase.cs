using System.Xml.Linq;

namespace Tongban.Decisions.Tests.Tck;

/// <summary>One case of the kit: inputs, and what is to come out.</summary>
public sealed class TckCase(string id, string folder, TckModels models, XElement test)
{
    private static readonly EvaluationOptions Options = new() { Now = TimeProvider.System.GetLocalNow() };

    public string Id => id;
    public string Folder => folder;

    public bool ExpectsValue => Results.Any(r => !TckValue.Read(r.Expected).IsNull);

    private IEnumerable<(string Name, XElement? Expected, bool Error)> Results => Children("resultNode")
        .Select(r => ((string)r.Attribute("name")!, r.Elements().FirstOrDefault(e => e.Name.LocalName == "expected"), (string?)r.Attribute("errorResult") == "true"));

    private IEnumerable<XElement> Children(string name) => test.Elements().Where(e => e.Name.LocalName == name);

    public TckCase Renamed(string other) => new(other, folder, models, test);

    /// <summary>What is wrong; empty when the case passes.</summary>
    public IReadOnlyList<string> Run()
    {
        try
        {
            return Evaluated();
        }
        catch (Exception thrown) when (thrown is not OutOfMemoryException)
        {
            return [$"threw {thrown.GetType().Name}: {thrown.Message}"];
        }
    }

    private IReadOnlyList<string> Evaluated()
    {
        if (models.Main.Value is not { } model)
            return [$"model not read: {string.Join("; ", models.Main.Problems)}"];
        var inputs = new FeelContext();
        foreach (var input in Children("inputNode"))
            inputs.Add((string)input.Attribute("name")!, TckValue.Read(input));
        return [.. Results.SelectMany(r => Check(model, inputs, r.Name, TckValue.Read(r.Expected), r.Error))];
    }

    private IEnumerable<string> Check(DmnModel model, FeelContext inputs, string name, FeelValue expected, bool error)
    {
        var evaluation = (string?)test.Attribute("type") switch
        {
            "decisionService" => Service(model, inputs, name),
            "bkm" => model.Knowledge((string)test.Attribute("invocableName")!)?.Evaluate(inputs, Options),
            _ => model.Decision(name)?.Evaluate(inputs, Options) ?? model.Service(name)?.Evaluate(inputs, Options),
        };
        if (evaluation is null)
            yield return $"{name}: not in the model";
        else if (!TckValue.Same(expected, evaluation.Value))
            yield return $"{name}: expected {expected}, got {evaluation.Value}; {string.Join("; ", evaluation.Diagnostics.Take(3))}; {string.Join("; ", models.Main.Problems.Where(p => p.Where == name).Take(2))}";
        else if (error && evaluation.Diagnostics.Count == 0 && models.Main.Problems.Count == 0)
            yield return $"{name}: null, but nothing says why";
    }

    private Evaluation? Service(DmnModel model, FeelContext inputs, string name)
    {
        var service = model.Service((string)test.Attribute("invocableName")!);
        var evaluation = service?.Evaluate(inputs, Options);
        // A service of several outputs gives a context of them.
        return evaluation is { Value: FeelContext outputs } && service!.Outputs.Count > 1 && outputs.Contains(name) ? evaluation with { Value = outputs[name] } : evaluation;
    }
}
