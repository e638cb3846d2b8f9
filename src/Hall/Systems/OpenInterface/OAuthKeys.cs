using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Keys;

namespace Tongban.Hall.Systems.OpenInterface;

/// <summary>Keys that lie with the others and one public name: all processes take each other's tokens, and a restart keeps them good.</summary>
internal static class OAuthKeys
{
    public static void AddOAuthKeys(this IServiceCollection services) => services.AddOptions<OpenIddictServerOptions>().Configure<HallKeys, IOptions<HallOptions>>((options, keys, hall) =>
    {
        if (hall.Value.PublicUrl is { Length: > 0 } address) options.Issuer = new Uri(address);
        options.SigningCredentials.Add(new SigningCredentials(Key(keys, "oauth-signing.pem"), SecurityAlgorithms.RsaSha256));
        var secret = Convert.FromHexString(keys.Text("oauth-encryption.key", () => RandomNumberGenerator.GetHexString(64)).Trim());
        options.EncryptionCredentials.Add(new EncryptingCredentials(new SymmetricSecurityKey(secret), SecurityAlgorithms.Aes256KW, SecurityAlgorithms.Aes256CbcHmacSha512));
    });

    private static RsaSecurityKey Key(HallKeys keys, string file)
    {
        var rsa = RSA.Create();
        rsa.ImportFromPem(keys.Text(file, () =>
        {
            using var made = RSA.Create(2048);
            return made.ExportPkcs8PrivateKeyPem() + "\n";
        }));
        return new RsaSecurityKey(rsa);
    }
}
