using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Tongban.Sm;

namespace Tongban.Sandbox.Wire;

/// <summary>The signatures on the wire, as README.md states them: who may ask, and proof of who answered.</summary>
internal sealed class SignedWire(SandboxOptions options)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, Sm2PublicKey> clients = new(options.Clients);

    // A time may be five minutes ahead, and is good for five minutes after that.
    private readonly Nonces nonces = new(2 * Window, options.Time);

    public void Admit(string client, Sm2PublicKey publicKey) => clients[client] = publicKey;

    /// <summary>Why the request is refused; null: it is genuine.</summary>
    public string? Refuse(HttpRequest request, byte[] body)
    {
        var (client, stamp, nonce) = (request.Headers["X-Client"].ToString(), request.Headers["X-Timestamp"].ToString(), request.Headers["X-Nonce"].ToString());
        if (!clients.TryGetValue(client, out var publicKey)) return "unknown-client";
        if (!DateTimeOffset.TryParse(stamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            || (options.Time.GetUtcNow() - at).Duration() > Window) return "timestamp-outside-window";
        if (nonce.Length is < 16 or > 64) return "nonce-must-have-16-to-64-characters";
        if (!Verifies(publicKey, $"{request.Method}\n{request.Path}\n{stamp}\n{nonce}\n{Hash(body)}", request.Headers["X-Signature"])) return "wrong-signature";
        // Last, so that nobody can use up another's nonces.
        return nonces.IsNew(client, nonce) ? null : "nonce-used-before";
    }

    public static void Sign(HttpResponse response, string requestId, byte[] body, Sm2Key key) =>
        response.Headers["X-Signature"] = Convert.ToBase64String(key.Sign(Encoding.UTF8.GetBytes($"{requestId}\n{Hash(body)}")));

    private static bool Verifies(Sm2PublicKey publicKey, string text, string? base64)
    {
        var signature = new byte[256];
        return Convert.TryFromBase64String(base64 ?? "", signature, out var length)
            && publicKey.Verify(Encoding.UTF8.GetBytes(text), signature[..length]);
    }

    private static string Hash(byte[] body) => Sm3.Hex(body);
}
