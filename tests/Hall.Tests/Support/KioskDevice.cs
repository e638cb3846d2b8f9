using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity.Kiosks;
using Tongban.Hall.Services.Identity.Staff;

namespace Tongban.Hall.Tests.Support;

/// <summary>A kiosk: a key that was made on it, and what it signs with it.</summary>
public sealed class KioskDevice(HallHost host) : IDisposable
{
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public string PublicKey => Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());

    public string Hash => Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));

    public static Proceeding Who => new(new Actor(ActorKind.Staff, "security"), TimeProvider.System.GetUtcNow());

    public void Dispose() => key.Dispose();

    public async Task<Kiosk> RegisterAsync()
    {
        var office = await host.UseAsync((HallDb db) => db.Set<Office>().Select(o => o.Id).FirstAsync());
        return (await host.UseAsync((Kiosks kiosks) => kiosks.RegisterAsync("民治 1 号", office, PublicKey, Who))).Value!;
    }

    /// <summary>What it shows, but for the changes.</summary>
    public string Assertion(params (string Name, object Value)[] changes)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var claims = new Dictionary<string, object>
        {
            ["iss"] = Hash, ["sub"] = Hash, ["aud"] = new Uri(host.Address, "/kiosk/start").ToString(), ["iat"] = now, ["exp"] = now + 100, ["jti"] = Guid.NewGuid().ToString("N"),
        };
        foreach (var (name, value) in changes) claims[name] = value;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor { Claims = claims, SigningCredentials = new(new ECDsaSecurityKey(key), SecurityAlgorithms.EcdsaSha256) });
    }

    public static Task<Shown> ShowAsync(Visitor browser, string assertion) => browser.PostAsync("/kiosk/start", "/kiosk/start", ("Assertion", assertion));

    /// <summary>A browser on a kiosk that is registered and has proved itself.</summary>
    public static async Task<(Visitor Browser, Kiosk Kiosk)> ArriveAsync(HallHost host)
    {
        using var device = new KioskDevice(host);
        var kiosk = await device.RegisterAsync();
        var browser = new Visitor(host.Address);
        Assert.Equal("/", (await ShowAsync(browser, device.Assertion())).Location);
        return (browser, kiosk);
    }
}
