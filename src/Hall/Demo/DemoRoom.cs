using Microsoft.Extensions.Options;
using Tongban.Hall.Platform;

namespace Tongban.Hall.Demo;

public static class DemoRoom
{
    public static IServiceCollection AddDemoCity(this IServiceCollection services) => services.AddSingleton<DemoGateways>().AddSingleton<DemoCity>();

    /// <summary>Starts the demo city, where there is to be one.</summary>
    public static async Task PrepareCityAsync(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<IOptions<HallOptions>>().Value.Demo) return;
        await app.Services.GetRequiredService<DemoCity>().StartAsync();
        app.Lifetime.ApplicationStarted.Register(() => Announce(app));
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
