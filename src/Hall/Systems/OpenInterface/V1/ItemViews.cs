using Tongban.Hall.Platform.Packages;

namespace Tongban.Hall.Systems.OpenInterface.V1;

public sealed record ItemList(IReadOnlyList<ItemSummary> Items);

/// <param name="Instant">Rules may grant it at once.</param>
public sealed record ItemSummary(string Id, Text Name, Text Summary, string Code, bool Instant)
{
    public static ItemSummary Of(ServicePackage item) => new(item.Id, item.Name, item.Summary, item.Codes.Implementation, item.Instant?.Enabled == true);
}

/// <param name="Version">Hash of the service package: rules and form of exactly this version.</param>
public sealed record ItemView(
    string Id, Text Name, Text Summary, ItemCodes Codes, string Version, AuthorityView Authority, LimitsView Limits,
    IReadOnlyList<Text> Conditions, IReadOnlyList<MaterialView> Materials, IReadOnlyList<FieldView> Fields)
{
    public static ItemView Of(ServicePackage item) => new(
        item.Id, item.Name, item.Summary, item.Codes, item.Version.Hash,
        new(item.Authority.Name, item.Authority.Uscc, item.Authority.Region), new(item.Limits.Statutory.Days, item.Limits.Promised.Days), item.Conditions,
        [.. item.Materials.Select(m => new MaterialView(m.Id, m.Name, m.Source, m.Compulsory))],
        [.. item.Form.Fields.Select(f => new FieldView(f.Id, f.Label, f.Type, [.. f.Options.Select(o => o.Value)]))]);
}

public sealed record AuthorityView(Text Name, string Uscc, string Region);

/// <summary>In working days.</summary>
public sealed record LimitsView(int Statutory, int Promised);

public sealed record MaterialView(string Id, Text Name, MaterialSource Source, bool Compulsory);

/// <param name="Id">The answer's name in "answers".</param>
public sealed record FieldView(string Id, Text Label, FieldType Type, IReadOnlyList<string> Options);
