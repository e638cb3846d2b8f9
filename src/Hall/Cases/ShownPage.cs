using System.Text.Json.Nodes;
using Tongban.Hall.Platform.Forms;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Platform.Regions;
using Tongban.Sm;

namespace Tongban.Hall.Cases;

/// <summary>All that the page for checking shows, in one canonical text: whoever submits, submits exactly this.</summary>
/// <param name="Grounds">With the answers as they were checked.</param>
public sealed record ShownPage(ServicePackage Package, Case Case, Grounds Grounds, IReadOnlyList<FieldError> Errors, IReadOnlyList<CaseFile> Files)
{
    /// <summary>SM3 of the text.</summary>
    public string Hash => Sm3.Hex(Text().ToJsonString(Notary.Json));

    /// <summary>The registers' answers by register, with state and time.</summary>
    public JsonObject Facts()
    {
        var facts = new JsonObject();
        foreach (var (name, fact) in Grounds.Facts.OrderBy(f => f.Key, StringComparer.Ordinal))
            facts[name] = new JsonObject
            {
                ["state"] = fact.State.ToString(),
                ["asOf"] = fact.AsOf?.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
                ["values"] = fact.Values?.DeepClone(),
            };
        return facts;
    }

    private JsonObject Text() => new()
    {
        ["item"] = Package.Id,
        ["package"] = Package.Version.Hash,
        ["case"] = Case.Id.ToString(),
        ["version"] = Case.Version,
        ["name"] = Grounds.Applicant.Name,
        ["number"] = Grounds.Applicant.Number,
        ["answers"] = Grounds.Answers.DeepClone(),
        ["facts"] = Facts(),
        ["files"] = new JsonArray([.. Files.Select(f => (JsonNode)new JsonObject { ["material"] = f.Material, ["name"] = f.Name, ["hash"] = f.Hash })]),
    };
}

/// <summary>Puts together what would be shown now: for the page, for the API, and for holding a submission against it.</summary>
public sealed class ShownPages(Applications applications, CaseGrounds caseGrounds, RegionTable regions)
{
    public async Task<ShownPage> OfAsync(ServicePackage package, Case @case)
    {
        var grounds = await caseGrounds.OfAsync(package, @case);
        var check = FormCheck.Run(package, grounds, surroundings: regions.Surroundings);
        return new ShownPage(package, @case, grounds with { Answers = check.Answers }, check.Errors, await applications.FilesAsync(@case.Id));
    }
}
