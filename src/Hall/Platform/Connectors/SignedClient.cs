using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Tongban.Hall.Platform.Keys;
using Tongban.Sm;

namespace Tongban.Hall.Platform.Connectors;

/// <summary>Signs what the hall asks of the city's gateways: SM2 over method, path, time, nonce and the body's SM3.</summary>
public sealed class SignedClient(HttpClient http)
{
    public const string ClientId = "hall";

    public async Task<HttpResponseMessage> PostAsync(Uri address, byte[] body, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
    }

    /// <summary>Puts the signature on; anew for every attempt, since a nonce is good once.</summary>
    public sealed class Signing(HallKeys keys, CityTime time) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
            var stamp = time.Now.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
            var nonce = RandomNumberGenerator.GetHexString(32, lowercase: true);
            var text = $"{request.Method}\n{request.RequestUri!.AbsolutePath}\n{stamp}\n{nonce}\n{Convert.ToHexStringLower(Sm3.Hash(body))}";
            foreach (var (name, value) in new[]
                     {
                         ("X-Client", ClientId), ("X-Timestamp", stamp), ("X-Nonce", nonce),
                         ("X-Signature", Convert.ToBase64String(keys.Exchange.Sign(Encoding.UTF8.GetBytes(text)))),
                     })
            {
                request.Headers.Remove(name);
                request.Headers.Add(name, value);
            }
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
