using Tongban.Hall.Platform.Connectors;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Files;
using Tongban.Hall.Platform.Jobs;
using Tongban.Hall.Platform.Keys;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Platform.Production;
using Tongban.Hall.Platform.Regions;

namespace Tongban.Hall.Platform;

public static class PlatformRoom
{
    public static IServiceCollection AddPlatform(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.Configure<HallOptions>(options => options.Demo = !environment.IsProduction());
        services.Configure<HallOptions>(configuration.GetSection(HallOptions.Section));
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<CityTime>();
        services.AddSingleton<HallKeys>();
        services.AddSingleton<Vault>();
        services.AddSingleton<Notary>();
        services.AddSingleton<PublicAddress>();
        services.AddSingleton<FileStore>();
        services.AddSingleton<Quarantine>();
        services.AddSingleton<RegionTable>();
        services.AddHttpContextAccessor();
        services.AddScoped<Request>();
        services.AddData();
        services.AddSingleton<JobKinds>();
        services.AddJob<DropFiles, DropFilesHandler>();
        services.AddHostedService<JobWorker>();
        services.AddPlatformNeeds();
        return services;
    }
}
