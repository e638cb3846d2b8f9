using System.Text.Json.Nodes;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Exchange;

namespace Tongban.Hall.Services.Identity.Organisations;

/// <summary>What the business register says of an organisation.</summary>
public sealed record BusinessRecord(string Name, string Kind, string Status, string Region, string RepresentativeName, string RepresentativeNumber)
{
    public bool Ended => Status != "存续";

    /// <summary>Nothing of the representative.</summary>
    public override string ToString() => nameof(BusinessRecord);
}

/// <summary>商事登记库: asked through the exchange, each time with purpose and record.</summary>
public sealed class BusinessRegister(Exchange.Exchange exchange)
{
    public const string Name = "business";

    private static readonly string[] Fields = ["name", "kind", "status", "region", "representativeName", "representativeNumber"];

    /// <param name="subject">The organisation, or the one that will be entered.</param>
    public async Task<Outcome<BusinessRecord>> AskAsync(string uscc, Guid subject, Text purpose, Proceeding proceeding)
    {
        var lookup = (await exchange.LookUpAsync(new LookUpOptions
        {
            SubjectId = subject, Number = uscc, Requests = [new RegistryRequest(Name, purpose.Zh, purpose.En, Fields)],
        }, proceeding)).Single();
        if (lookup.Status == LookupStatus.NotFound) return Refusals.FirmUnknown;
        if (lookup.Status != LookupStatus.Found || Read(lookup.Record!) is not { } record) return Refusals.ProviderDown;
        return record;
    }

    // A record without all its parts is none.
    private static BusinessRecord? Read(string json)
    {
        var record = JsonNode.Parse(json)!.AsObject();
        var values = Fields.Select(f => record[f] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null).ToList();
        return values.Contains(null) ? null : new(values[0]!, values[1]!, values[2]!, values[3]!, values[4]!, values[5]!);
    }
}
