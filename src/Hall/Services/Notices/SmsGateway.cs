using System.Text.Json;
using Tongban.Hall.Platform.Connectors;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Services.Notices;

/// <summary>Text messages. The gateway knows them by their id: sent twice, they arrive once.</summary>
public sealed class SmsGateway(IServiceProvider services, OutsideWorld world)
{
    public const string Client = "sms";

    public async Task SendAsync(Guid id, string mobile, string text, CancellationToken stop)
    {
        if (world.Sms is null) return;
        var body = JsonSerializer.SerializeToUtf8Bytes(new { id, mobile, text = $"【深圳通办】{text}" }, Notary.Json);
        using var response = await services.GetRequiredKeyedService<SignedClient>(Client).PostAsync(world.Sms, body, stop);
        response.EnsureSuccessStatusCode();
    }
}
