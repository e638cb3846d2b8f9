using Tongban.Codes;
using Tongban.Hall.Platform.Forms;

namespace Tongban.Hall.Platform.Regions;

/// <summary>区划: a region and the one it lies in.</summary>
public sealed record Region(string Code, string Name, string? Parent);

/// <summary>The city's regions down to the community, from the table that ships with the program. Names repeat: go by the code.</summary>
public sealed class RegionTable
{
    private readonly Dictionary<string, Region> byCode = [];
    private readonly ILookup<string, Region> byParent;

    public RegionTable()
    {
        using var stream = typeof(RegionTable).Assembly.GetManifestResourceStream("shenzhen-divisions.csv")!;
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
            if (line.Split(',') is [_, var code, var name, var parent, ..])
                byCode[code] = new Region(code, name, parent.Length == 0 ? null : parent);
        byParent = byCode.Values.Where(r => r.Parent is not null).ToLookup(r => r.Parent!);
    }

    /// <summary>For checking forms: only regions of this table exist.</summary>
    public Surroundings Surroundings => new(code => Find(code) is not null);

    public Region City => byCode.Values.First(r => r.Parent is null);

    public Region? Find(string? code) => code is not null && byCode.TryGetValue(code, out var region) ? region : null;

    public IEnumerable<Region> In(string parent) => byParent[parent].OrderBy(r => r.Code, StringComparer.Ordinal);

    /// <summary>What may be meant by a code of 12 digits, a name, or a name with the district's before it.</summary>
    public IReadOnlyList<Region> Meant(string typed)
    {
        var plain = typed.Replace(" ", "", StringComparison.Ordinal);
        return Find(plain) is { } exact ? [exact]
            : [.. byCode.Values.Where(r => r.Name == plain || PathOf(r.Code).Replace(" ", "", StringComparison.Ordinal) == plain).OrderBy(r => r.Code, StringComparer.Ordinal)];
    }

    /// <summary>From district to the region itself: 南山区 粤海街道 科技园社区.</summary>
    public string PathOf(string code)
    {
        var names = new List<string>();
        for (var region = Find(code); region?.Parent is not null; region = Find(region.Parent)) names.Insert(0, region.Name);
        return names.Count == 0 ? code : string.Join(' ', names);
    }
}
