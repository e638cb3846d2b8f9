using System.Text.Json.Nodes;
using Tongban.Decisions;

namespace Tongban.Hall.Platform.Packages.Rules;

/// <summary>What the issued document says for one case.</summary>
public sealed record PackageResult(IReadOnlyList<IssuedField> Fields, DateOnly? ValidUntil)
{
    /// <param name="outputs">Outputs of the decision; empty where a person decided.</param>
    public static PackageResult Of(ServicePackage package, Grounds grounds, JsonObject outputs)
    {
        var context = PackageScope.Values(package, grounds);
        context[PackageScope.Decision] = PackageScope.Value(outputs, FeelType.Any);
        return new PackageResult(
            [.. package.Result.Fields.Select(f => new IssuedField(f.Id, f.Label, f.Value.Evaluate(context).ToText()))],
            package.Result.ValidUntil?.Evaluate(context).TryGetDate(out var day) == true ? day : null);
    }
}

/// <param name="Value">As text, dates as yyyy-MM-dd.</param>
public sealed record IssuedField(string Id, Text Label, string Value);
