namespace Tongban.Hall.Services.Identity.Staff;

/// <summary>How far a post sees: a range of regions, and perhaps one authority in it. Nothing beyond it exists for the post.</summary>
/// <param name="FirstRegion">12 digits, inclusive.</param>
/// <param name="LastRegion">12 digits, inclusive.</param>
/// <param name="Authority">USCC; null: every authority of these regions.</param>
public sealed record Reach(string FirstRegion, string LastRegion, string? Authority)
{
    /// <summary>Sees no case at all.</summary>
    public static readonly Reach Nothing = new("1", "0", null);

    /// <summary>A street's officer sees the street's and its communities' cases; an authority's officer his authority's own; a supervisor,
    /// and a clerk at a hall's counter, their region's. Administrators see none.</summary>
    public static Reach Of(PostView post)
    {
        var roles = post.Post.RoleList;
        var (authority, region) = (post.Authority, post.Authority.RegionCode);
        return roles.Contains(StaffRole.Supervisor) || roles.Contains(StaffRole.Clerk) ? Within(region, authority.Level)
            : !roles.Any(r => r is StaffRole.Handler or StaffRole.Checker or StaffRole.Approver or StaffRole.Head) ? Nothing
            : authority.Level is RegionLevel.Street or RegionLevel.Community ? Within(region, authority.Level)
            : new(region, region, authority.Uscc);
    }

    /// <summary>A region with all that lies in it. GB/T 2260 and the divisions' codes: two digits each for province and city, two for
    /// the district, three for the street, three for the community.</summary>
    private static Reach Within(string region, RegionLevel level)
    {
        var prefix = region[..(level switch { RegionLevel.City => 4, RegionLevel.District => 6, RegionLevel.Street => 9, _ => 12 })];
        return new(prefix.PadRight(12, '0'), prefix.PadRight(12, '9'), null);
    }
}
