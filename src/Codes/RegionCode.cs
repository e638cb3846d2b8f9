using System.Diagnostics.CodeAnalysis;

namespace Tongban.Codes;

/// <summary>How far down a region lies.</summary>
public enum RegionLevel
{
    /// <summary>省.</summary>
    Province = 2,
    /// <summary>市.</summary>
    City = 3,
    /// <summary>区、县.</summary>
    District = 4,
    /// <summary>街道.</summary>
    Street = 5,
    /// <summary>社区.</summary>
    Community = 6,
}

/// <summary>区划代码: 12 digits; county 6, street 3, community 3.</summary>
public sealed record RegionCode
{
    private RegionCode(string value) => Value = value;

    /// <summary>The 12 digits.</summary>
    public string Value { get; }

    /// <summary>The level, read off the trailing zeros.</summary>
    public RegionLevel Level => Value switch
    {
        _ when Value[9..] != "000" => RegionLevel.Community,
        _ when Value[6..9] != "000" => RegionLevel.Street,
        _ when Value[4..6] != "00" => RegionLevel.District,
        _ when Value[2..4] != "00" => RegionLevel.City,
        _ => RegionLevel.Province,
    };

    /// <summary>The region that this one lies in; null for a province.</summary>
    public RegionCode? Parent => Level switch
    {
        RegionLevel.Community => new(Value[..9] + "000"),
        RegionLevel.Street => new(Value[..6] + "000000"),
        RegionLevel.District => new(Value[..4] + "00000000"),
        RegionLevel.City => new(Value[..2] + "0000000000"),
        _ => null,
    };

    /// <summary>Whether this region is <paramref name="other"/> or lies in it.</summary>
    public bool IsWithin(RegionCode other) => this == other || Parent?.IsWithin(other) == true;

    /// <summary>Reads a code of 12 digits.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out RegionCode? code)
    {
        code = text is { Length: 12 } && text.AsSpan().ContainsOnlyDigits() && text[0] != '0' ? new RegionCode(text) : null;
        return code is not null;
    }
}
