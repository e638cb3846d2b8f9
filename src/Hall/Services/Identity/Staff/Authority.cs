namespace Tongban.Hall.Services.Identity.Staff;

/// <summary>市、区、街道、社区.</summary>
public enum RegionLevel { City, District, Street, Community }

/// <summary>实施主体: who handles and decides.</summary>
public sealed class Authority
{
    /// <summary>统一社会信用代码, GB 32100.</summary>
    public required string Uscc { get; init; }

    public required string NameZh { get; init; }
    public required string NameEn { get; init; }
    public RegionLevel Level { get; init; }

    /// <summary>12 digits.</summary>
    public required string RegionCode { get; init; }
}

/// <summary>科室、窗口: where posts are.</summary>
public sealed class Office
{
    public Guid Id { get; init; }
    public required string AuthorityUscc { get; init; }
    public required string NameZh { get; init; }
    public required string NameEn { get; init; }
}
