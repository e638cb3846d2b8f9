using System.ComponentModel;
using Tongban.Hall.Platform.Packages;

namespace Tongban.Hall.Systems.OpenInterface.V1;

public sealed record ItemList(IReadOnlyList<ItemSummary> Items);

public sealed record ItemSummary(
    string Id, Text Name, Text Summary, string Code,
    [property: Description("可以秒批 · Rules may grant it at once")] bool Instant)
{
    public static ItemSummary Of(ServicePackage item) => new(item.Id, item.Name, item.Summary, item.Codes.Implementation, item.Instant?.Enabled == true);
}

public sealed record ItemView(
    string Id, Text Name, Text Summary, ItemCodes Codes,
    [property: Description("服务包的散列：规则和表单就是这一版 · Hash of the service package: rules and form of exactly this version")] string Version,
    AuthorityView Authority, LimitsView Limits,
    IReadOnlyList<Text> Conditions, IReadOnlyList<MaterialView> Materials, IReadOnlyList<FieldView> Fields)
{
    public static ItemView Of(ServicePackage item) => new(
        item.Id, item.Name, item.Summary, item.Codes, item.Version.Hash,
        new(item.Authority.Name, item.Authority.Uscc, item.Authority.Region), new(item.Limits.Statutory.Days, item.Limits.Promised.Days), item.Conditions,
        [.. item.Materials.Select(m => new MaterialView(m.Id, m.Name, m.Source, m.Compulsory))],
        [.. item.Form.Fields.Select(f => new FieldView(f.Id, f.Label, f.Type, [.. f.Options.Select(o => o.Value)]))]);
}

public sealed record AuthorityView(Text Name, string Uscc, string Region);

public sealed record LimitsView(
    [property: Description("法定，工作日 · By law, in working days")] int Statutory,
    [property: Description("承诺，工作日 · Promised, in working days")] int Promised);

public sealed record MaterialView(string Id, Text Name, MaterialSource Source, bool Compulsory);

public sealed record FieldView([property: Description("answers 里的名字 · Its name in answers")] string Id, Text Label, FieldType Type, IReadOnlyList<string> Options);
