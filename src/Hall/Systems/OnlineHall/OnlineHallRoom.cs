using Tongban.Hall.Platform.Jobs;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Services.Identity.OneTime;
using Tongban.Hall.Systems.OnlineHall.SignIn;

namespace Tongban.Hall.Systems.OnlineHall;

public static class OnlineHallRoom
{
    public static IServiceCollection AddOnlineHall(this IServiceCollection services) => services
        .AddScoped<Arrival>()
        .AddJob<SendCode, SendCodeHandler>()
        .AddJob<TellOwner, TellOwnerHandler>();
}
