using Tongban.Hall.Platform.Jobs;
using Tongban.Hall.Services.Exchange;
using Tongban.Hall.Systems.OnlineHall.Register;

namespace Tongban.Hall.Systems.OnlineHall;

public static class OnlineHallRoom
{
    public static IServiceCollection AddOnlineHall(this IServiceCollection services) => services
        .AddJob<SendCode, SendCodeHandler>()
        .AddRegistryNeed(_ => [RegisterPage.Population]);
}
