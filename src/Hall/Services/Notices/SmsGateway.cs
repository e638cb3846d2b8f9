using System.Text.Json;
using Microsoft.Extensions.Options;
using Tongban.Hall.Platform.Connectors;
using Tongban.Hall.Platform.Personal;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Services.Notices;

/// <summary>Text messages. The gateway knows them by their id: sent twice, they arrive once.</summary>
public sealed class SmsGateway([FromKeyedServices(SmsGateway.Client)] SignedClient client, IOptions<SmsOptions> options)
{
    public const string Client = "sms";

    /// <summary>Throws when it was not sent: the job keeps the reason and tries again.</summary>
    public async Task SendAsync(Guid id, Sensitive mobile, Sensitive text, CancellationToken stop)
    {
        if (GatewayAddress.Read(options.Value.Address) is not { } address)
            throw new InvalidOperationException("没有配置短信网关 Hall:Sms:Address，短信没有发出。 No SMS gateway is configured (Hall:Sms:Address): the message was not sent.");
        var body = JsonSerializer.SerializeToUtf8Bytes(new { id, mobile = mobile.Reveal(), text = $"【深圳通办】{text.Reveal()}" }, Notary.Json);
        if ((await client.PostAsync(address, body, stop)).Problem is { } problem)
            throw new HttpRequestException($"短信网关没有收下短信。 The SMS gateway did not take the message: {problem}");
    }
}
