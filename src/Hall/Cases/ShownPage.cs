using System.Text;
using System.Text.Json.Nodes;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Sm;

namespace Tongban.Hall.Cases;

/// <summary>All that the page for checking shows, in one canonical text: whoever submits, submits exactly this.</summary>
public static class ShownPage
{
    public static string Text(ServicePackage package, Case @case, JsonObject answers, Grounds grounds, IReadOnlyList<CaseFile> files) => new JsonObject
    {
        ["item"] = package.Id,
        ["package"] = package.Version.Hash,
        ["case"] = @case.Id.ToString(),
        ["version"] = @case.Version,
        ["name"] = grounds.Applicant.Name,
        ["number"] = grounds.Applicant.Number,
        ["answers"] = answers.DeepClone(),
        ["facts"] = Facts(grounds),
        ["files"] = new JsonArray([.. files.Select(f => (JsonNode)new JsonObject { ["material"] = f.Material, ["name"] = f.Name, ["hash"] = f.Hash })]),
    }.ToJsonString(Notary.Json);

    public static string Hash(string text) => Convert.ToHexStringLower(Sm3.Hash(Encoding.UTF8.GetBytes(text)));

    /// <summary>The registers' answers by register, with state and time.</summary>
    public static JsonObject Facts(Grounds grounds)
    {
        var facts = new JsonObject();
        foreach (var (name, fact) in grounds.Facts.OrderBy(f => f.Key, StringComparer.Ordinal))
            facts[name] = new JsonObject
            {
                ["state"] = fact.State.ToString(),
                ["asOf"] = fact.AsOf?.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
                ["values"] = fact.Values?.DeepClone(),
            };
        return facts;
    }
}
