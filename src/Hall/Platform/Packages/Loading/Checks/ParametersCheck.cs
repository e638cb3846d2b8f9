using System.Text.Json.Nodes;

namespace Tongban.Hall.Platform.Packages.Loading.Checks;

/// <summary>On every day from its first on, a parameter has exactly one value, of its type.</summary>
internal static class ParametersCheck
{
    public static void Run(PackageDraft draft)
    {
        for (var p = 0; p < draft.Package.Parameters.Count; p++)
            Check(draft, draft.Package.Parameters[p], FormattableString.Invariant($"/parameters/{p}/values"));
    }

    private static void Check(PackageDraft draft, Parameter parameter, string at)
    {
        for (var i = 0; i < parameter.Values.Count; i++)
        {
            var value = parameter.Values[i];
            if (value.To < value.From)
                draft.InService(FormattableString.Invariant($"{at}/{i}/to"), Findings.RangeTurned());
            if (RegistryValues.Convert(value.Value ?? JsonValue.Create(""), parameter.Type) is null)
                draft.InService(FormattableString.Invariant($"{at}/{i}/value"), Findings.ParameterType(parameter.Type));
        }
        var inOrder = parameter.Values.Select((v, i) => (Value: v, Index: i)).OrderBy(v => v.Value.From).ToList();
        foreach (var (before, after) in inOrder.Zip(inOrder.Skip(1)))
        {
            var place = FormattableString.Invariant($"{at}/{after.Index}/from");
            if (before.Value.To is not { } to || to >= after.Value.From)
                draft.InService(place, Findings.RangesOverlap(parameter.Name));
            else if (to.AddDays(1) < after.Value.From)
                draft.InService(place, Findings.RangesGap(parameter.Name, to.AddDays(1), after.Value.From.AddDays(-1)));
        }
    }
}
