using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Services.Identity;

namespace Tongban.Hall.Demo;

public static class DemoRoom
{
    public static IServiceCollection AddDemoCity(this IServiceCollection services) => services.AddSingleton<DemoCity>();

    /// <summary>Starts the demo city, or makes sure that nothing of it is left in production.</summary>
    public static async Task PrepareCityAsync(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<HallOptions>>().Value;
        if (options.Demo)
        {
            await app.Services.GetRequiredService<DemoCity>().StartAsync();
            app.Lifetime.ApplicationStarted.Register(() => Announce(app));
            return;
        }
        await using var scope = app.Services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<HallDb>().Set<Account>().AnyAsync(a => a.IsDemo))
            throw new InvalidOperationException(
                "数据库里有演示账户，不能用于生产。请换一个空的数据库。 " +
                "The database holds demo accounts and cannot be used in production. Use an empty one.");
    }

    private static void Announce(WebApplication app)
    {
        var city = app.Services.GetRequiredService<DemoCity>();
        Console.WriteLine($"""

              通办 Tongban    {string.Join("  ", app.Urls)}
              演示登录 Sign in  {app.Urls.First().TrimEnd('/')}/signin  （列出演示人物 lists the demo people）
              演示密码 Password {DemoCity.Password}
              沙盒 Sandbox     {city.Sandbox!.Address}  （登记库、短信、故障 registries, SMS, faults）
              数据 Data        {app.Services.GetRequiredService<IOptions<HallOptions>>().Value.DataPath()}

            """);
    }
}
