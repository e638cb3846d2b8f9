using Microsoft.Extensions.Options;
using Tongban.Hall.Platform.Connectors;
using Tongban.Hall.Platform.Jobs;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Production;
using Tongban.Hall.Platform.Personal;

namespace Tongban.Hall.Services.Notices;

public static class NoticesRoom
{
    public static IServiceCollection AddNotices(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection("Hall:Sms");
        services.Configure<SmsOptions>(section);
        services.AddSignedClient(SmsGateway.Client, (section.Get<SmsOptions>() ?? new SmsOptions()).Limits);
        services.AddProductionNeed(provider => Missing(provider.GetRequiredService<IOptions<SmsOptions>>().Value));
        services.AddScoped<Notices>();
        services.AddPersonalRows(new PersonalRows<Message>
        {
            Group = DataGroup.Messages, What = new("消息", "messages"),
            Of = (db, person) => db.Set<Message>().Where(m => m.AccountId == person),
        });
        services.AddScoped<SmsGateway>();
        return services.AddJob<SendSms, SendSmsHandler>();
    }

    private static IEnumerable<Text> Missing(SmsOptions options)
    {
        var address = GatewayAddress.Read(options.Address);
        if (address is null)
            yield return new("没有短信网关：请用 Hall:Sms:Address 指定它的地址。", "There is no SMS gateway: give its address in Hall:Sms:Address.");
        else if (!GatewayAddress.IsPrivate(address))
            yield return new("短信网关的地址没有加密：Hall:Sms:Address 请用 https。", "The address of the SMS gateway is not encrypted: use https in Hall:Sms:Address.");
    }
}
