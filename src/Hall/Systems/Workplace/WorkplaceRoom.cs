using Tongban.Hall.Systems.Workplace.SignIn;

namespace Tongban.Hall.Systems.Workplace;

public static class WorkplaceRoom
{
    public static IServiceCollection AddWorkplace(this IServiceCollection services) => services.AddSingleton<NewFactor>();
}
