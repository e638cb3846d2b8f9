using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Tongban.Hall.Services.Identity.Kiosks;

/// <summary>What a kiosk signs (RFC 7523): itself as issuer and subject, this hall's address as audience, good for two minutes, once.</summary>
internal static class KioskAssertion
{
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    // Between the kiosk's clock and ours.
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);

    /// <summary>The key by whose hash it calls itself; nothing is believed yet.</summary>
    public static string? IssuerOf(string assertion)
    {
        try
        {
            return assertion.Length > 4000 ? null : new JsonWebToken(assertion).Issuer;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Its own number, when it is this kiosk's, for this hall, and good now.</summary>
    public static async Task<string?> CheckAsync(string assertion, Kiosk kiosk, string audience, DateTimeOffset now)
    {
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(kiosk.PublicKey, out _);
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(assertion, new TokenValidationParameters
        {
            IssuerSigningKey = new ECDsaSecurityKey(key) { CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false } },
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
            ValidIssuer = kiosk.KeyHash, ValidAudience = audience,
            LifetimeValidator = (_, until, token, _) => until is { } end && token is JsonWebToken { IssuedAt: var from }
                && from != default && end - from <= Longest && from <= (now + Skew).UtcDateTime && end >= (now - Skew).UtcDateTime,
        });
        return result is { IsValid: true, SecurityToken: JsonWebToken { Id.Length: >= 16 and <= 100 } token } && token.Subject == kiosk.KeyHash ? token.Id : null;
    }
}
