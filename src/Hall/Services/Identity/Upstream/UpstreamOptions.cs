using Tongban.Hall.Platform.Packages;

namespace Tongban.Hall.Services.Identity.Upstream;

/// <summary>The section "Hall:Upstream": another OpenID Connect provider, of the nation or the province, whose word on people is taken.
/// Without an authority there is none.</summary>
public sealed class UpstreamOptions
{
    public const string Section = "Hall:Upstream", Scheme = "upstream";

    /// <summary>Where its description lies, without "/.well-known/openid-configuration".</summary>
    public string Authority { get; set; } = "";

    public string ClientId { get; set; } = "";
    public string ClientSecret { get; set; } = "";

    /// <summary>What people call it.</summary>
    public string NameZh { get; set; } = "";

    public string NameEn { get; set; } = "";
    public string Scopes { get; set; } = "openid profile citizen_number";

    /// <summary>Which of its claims hold the real name, the citizen number and how well both were checked.</summary>
    public string NameClaim { get; set; } = "name";

    public string NumberClaim { get; set; } = "citizen_number";
    public string LevelClaim { get; set; } = "acr";

    /// <summary>Values of the level's claim that mean: checked against the registers; seen in person. Any other value means neither.</summary>
    public string[] Checked { get; set; } = [];

    public string[] Present { get; set; } = [];

    public bool IsOn => Authority.Length > 0;

    public Text Name => new(NameZh, NameEn);

    /// <summary>What the provider vouches for with such a value; null: for nothing that this hall takes.</summary>
    public RealNameLevel? LevelOf(string? value) =>
        value is null ? null : Present.Contains(value) ? RealNameLevel.Present : Checked.Contains(value) ? RealNameLevel.Checked : null;
}
