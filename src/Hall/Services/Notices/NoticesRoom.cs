using Tongban.Hall.Platform.Connectors;
using Tongban.Hall.Platform.Jobs;

namespace Tongban.Hall.Services.Notices;

public static class NoticesRoom
{
    public static IServiceCollection AddNotices(this IServiceCollection services)
    {
        services.AddSignedClient(SmsGateway.Client, new GatewayLimits());
        services.AddScoped<Notices>();
        services.AddScoped<SmsGateway>();
        return services.AddJob<SendSms, SendSmsHandler>();
    }
}
