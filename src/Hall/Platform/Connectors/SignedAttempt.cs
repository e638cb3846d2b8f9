using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Tongban.Hall.Platform.Keys;
using Tongban.Sm;

namespace Tongban.Hall.Platform.Connectors;

/// <summary>One attempt: signs it anew, since a nonce is good once, and reads the answer to its end,
/// so that an answer that stops in the middle is a failed attempt. SM2 over method, path, time, nonce and the body's SM3.</summary>
public sealed class SignedAttempt(HallKeys keys, CityTime time, IOptions<HallOptions> options, GatewayLimits limits) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Sign(request, request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken));
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            await response.Content.LoadIntoBufferAsync(limits.MostBytes, cancellationToken);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private void Sign(HttpRequestMessage request, byte[] body)
    {
        var stamp = time.Now.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
        var nonce = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var text = $"{request.Method}\n{request.RequestUri!.AbsolutePath}\n{stamp}\n{nonce}\n{Sm3.Hex(body)}";
        foreach (var (name, value) in new[]
                 {
                     ("X-Client", options.Value.ClientId), ("X-Timestamp", stamp), ("X-Nonce", nonce),
                     ("X-Signature", Convert.ToBase64String(keys.Exchange.Sign(Encoding.UTF8.GetBytes(text)))),
                 })
        {
            request.Headers.Remove(name);
            request.Headers.Add(name, value);
        }
    }
}
