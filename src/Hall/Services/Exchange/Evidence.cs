using System.Text;
using System.Text.Json;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Sm;

namespace Tongban.Hall.Services.Exchange;

/// <summary>What proves, also years later, that a register gave an answer: its signature, what was signed, and the key
/// that was trusted when it came. The ledger binds the row that keeps it, so the key cannot be changed afterwards.</summary>
/// <param name="Hash">SM3 of the answer's bytes, in hex.</param>
/// <param name="Signature">Base64 of SM2-with-SM3 over the request's id, a line feed, and the hash.</param>
/// <param name="Key">The register's public key: base64 of DER.</param>
/// <param name="Answer">The answer to the letter; null where it told more than was asked.</param>
public sealed record Evidence(string RequestId, string Hash, string Signature, string Key, string? Answer)
{
    public static Evidence Of(string requestId, byte[] body, string signature, Sm2PublicKey key) => new(
        requestId, Sm3.Hex(body), signature, Convert.ToBase64String(key.SubjectPublicKeyInfo), Encoding.UTF8.GetString(body));

    public static Evidence? Read(string? json) => json is null ? null : JsonSerializer.Deserialize<Evidence>(json, Notary.Json);

    public Evidence WithoutAnswer() => this with { Answer = null };

    public string ToJson() => JsonSerializer.Serialize(this, Notary.Json);

    /// <summary>Whether the register signed this answer to this request, by the key that was trusted then.</summary>
    public bool Holds() => Holds(Sm2PublicKey.FromDer(Convert.FromBase64String(Key)));

    /// <summary>The same by a key that one has from elsewhere.</summary>
    public bool Holds(Sm2PublicKey key)
    {
        if (Answer is not null && Sm3.Hex(Answer) != Hash) return false;
        var signature = new byte[256];
        return Convert.TryFromBase64String(Signature, signature, out var length)
            && key.Verify(Encoding.UTF8.GetBytes($"{RequestId}\n{Hash}"), signature[..length]);
    }
}
