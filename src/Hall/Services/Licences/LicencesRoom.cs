namespace Tongban.Hall.Services.Licences;

public static class LicencesRoom
{
    public static IServiceCollection AddLicences(this IServiceCollection services)
    {
        services.AddSingleton<Seals>();
        services.AddScoped<Documents>();
        services.AddScoped<LicenceChecks>();
        return services;
    }
}
