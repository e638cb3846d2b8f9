using Tongban.Hall.Services.Supervision.Ledger;

namespace Tongban.Hall.Services.Supervision;

public static class SupervisionRoom
{
    public static IServiceCollection AddSupervision(this IServiceCollection services)
    {
        services.AddScoped<PublicLedger>();
        services.AddSingleton<Sequencer>();
        services.AddHostedService(provider => provider.GetRequiredService<Sequencer>());
        return services;
    }
}
