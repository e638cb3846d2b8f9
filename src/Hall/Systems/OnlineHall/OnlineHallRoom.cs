using Tongban.Hall.Platform.Jobs;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Services.Identity.OneTime;
using Tongban.Hall.Systems.OnlineHall.SignIn;
using Tongban.Hall.Systems.OnlineHall.SignIn.Upstream;

namespace Tongban.Hall.Systems.OnlineHall;

public static class OnlineHallRoom
{
    public static IServiceCollection AddOnlineHall(this IServiceCollection services, IConfiguration configuration) => services
        .AddScoped<Arrival>()
        .AddUpstreamSignIn(configuration)
        .AddJob<SendCode, SendCodeHandler>()
        .AddJob<TellOwner, TellOwnerHandler>();
}
