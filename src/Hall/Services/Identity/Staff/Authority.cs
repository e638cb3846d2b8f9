namespace Tongban.Hall.Services.Identity.Staff;

/// <summary>市、区、街道、社区.</summary>
public enum RegionLevel { City, District, Street, Community }

/// <summary>实施主体: who handles and decides.</summary>
public sealed class Authority
{
    /// <summary>统一社会信用代码, GB 32100.</summary>
    public required string Uscc { get; init; }

    public required string NameZh { get; set; }
    public required string NameEn { get; set; }
    public RegionLevel Level { get; set; }

    /// <summary>12 digits.</summary>
    public required string RegionCode { get; set; }

    public DateOnly From { get; init; }

    /// <summary>The last day; null: open.</summary>
    public DateOnly? Until { get; set; }

    public int Version { get; set; }

    public bool InForceOn(DateOnly day) => From <= day && (Until is null || day <= Until);
}

/// <summary>科室、窗口: where posts are.</summary>
public sealed class Office
{
    public Guid Id { get; init; }
    public required string AuthorityUscc { get; init; }
    public required string NameZh { get; set; }
    public required string NameEn { get; set; }
    public DateOnly From { get; init; }

    /// <summary>The last day; null: open.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>Also counted up when a post is proposed here: an office does not end while one is.</summary>
    public int Version { get; set; }

    public bool InForceOn(DateOnly day) => From <= day && (Until is null || day <= Until);
}
