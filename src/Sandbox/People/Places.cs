using System.Collections.Frozen;

namespace Tongban.Sandbox.People;

/// <summary>Where people come from and where they are registered.</summary>
internal static class Places
{
    /// <summary>Counties in which numbers were given: Shenzhen's districts first, then other places.</summary>
    public static readonly string[] Counties =
    [
        "440303", "440304", "440305", "440306", "440307", "440308", "440309", "440310", "440311",
        "440106", "440402", "440604", "441302", "441900", "445102", "430104", "420106", "360102", "330106",
        "320102", "310115", "350203", "370202", "410105", "450103", "510104", "500103", "610113", "110108",
    ];

    public const int InTheCity = 9;

    // One community of each district is enough to live in.
    private static readonly FrozenDictionary<string, string> Communities = new Dictionary<string, string>
    {
        ["440303"] = "440303001001", ["440304"] = "440304001020", ["440305"] = "440305001001",
        ["440306"] = "440306017001", ["440307"] = "440307003004", ["440308"] = "440308001005",
        ["440309"] = "440309001001", ["440310"] = "440310001001", ["440311"] = "440311001001",
    }.ToFrozenDictionary();

    /// <summary>The 12-digit code of a household in this county: its community in the city, the county elsewhere.</summary>
    public static string HouseholdIn(string county) => Communities.GetValueOrDefault(county, county + "000000");

    public static bool IsInTheCity(string region) => Communities.ContainsKey(region[..6]);
}
