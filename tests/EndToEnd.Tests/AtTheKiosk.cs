using System.Text.RegularExpressions;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Services.Identity.Kiosks;
using Tongban.Hall.Services.Identity.Staff;
using Tongban.Hall.Tests.Support;
using Tongban.Hall.Systems.OnlineHall.Kiosk;

namespace Tongban.EndToEnd.Tests;

/// <summary>A device in a hall: big targets, no way out, and it forgets who was there.</summary>
public partial class AtTheKiosk(Browser browser)
{
    [Fact]
    public async Task EveryPage_HasBigTargetsAndNoWayOut()
    {
        var resident = await browser.ResidentAsync("许浩然");
        // A session of its own: entering a kiosk ends whatever session the browser brings along.
        var page = await browser.OpenAsync(1280, height: 1024);
        await page.GotoAsync("/prefs?surface=kiosk&return=/");
        await new Citizen(page, "", Browser.Pictures).SignInAsync("许浩然", "/my");
        var faults = new List<string>();
        var checks = new PageChecks(page, faults);
        foreach (var path in Pages.Public.Concat(Pages.Own(resident)).Select(p => p.Path).Where(p => p is not ("/signin" or "/register" or "/design")))
        {
            await checks.LoadAsync(path);
            await checks.AxeAsync($"{path} kiosk");
            await checks.ReachableAsync($"{path} kiosk", 72);
            faults.AddRange((await page.EvaluateAsync<string[]>("[...document.links].filter(a => a.origin !== location.origin).map(a => a.href)")).Select(a => $"{path}: leads out to {a}"));
        }
        Assert.True(faults.Count == 0, string.Join("\n", faults));
    }

    [Theory]
    [InlineData(1080, 1920)]
    [InlineData(1280, 1024)]
    public async Task SixTasks_StandOnOneScreen(int width, int height)
    {
        var page = await KioskAsync(width, height);

        Assert.Equal(6, await page.Locator(".topics a").CountAsync());
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollHeight <= innerHeight"));
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Browser.Pictures, $"kiosk-{width}.png") });
    }

    [Fact]
    public async Task QuietScreen_AsksAtSixtySeconds_AndIsWipedAtNinety()
    {
        var page = await KioskAsync(1280, 1024);
        await page.Clock.InstallAsync();
        await new Citizen(page, "", Browser.Pictures).SignInAsync("黄嘉敏", "/my");
        await page.Clock.RunForAsync(50_000);
        Assert.False(await page.Locator(".idle").IsVisibleAsync());

        // The page's clock goes on by itself as well: a busy machine may add seconds.
        await page.Clock.RunForAsync(11_000);
        Assert.True(await page.Locator(".idle").IsVisibleAsync());
        await page.Locator(".idle button").ClickAsync();
        await page.Clock.RunForAsync(50_000);
        Assert.False(await page.Locator(".idle").IsVisibleAsync());

        await page.Clock.RunForAsync(41_000);
        await page.WaitForURLAsync("**/");
        await IsForgottenAsync(page);
    }

    [Fact]
    public async Task Device_MakesItsKey_AndIsAKioskOnceItIsRegistered()
    {
        var page = await browser.OpenAsync(1280, height: 1024);
        await page.GotoAsync("/kiosk/start");
        await Assertions.Expect(page.Locator("[name=PublicKey]")).ToHaveValueAsync(Key());
        var key = await page.InputValueAsync("[name=PublicKey]");
        await page.ScreenshotAsync(new() { Path = Path.Combine(Browser.Pictures, "kiosk-start.png") });
        await page.GetByRole(AriaRole.Button, new() { Name = "启用" }).ClickAsync();
        await page.Locator(".err-sum").WaitForAsync();

        var office = await browser.Hall.UseAsync((HallDb db) => db.Set<Office>().Select(o => o.Id).FirstAsync());
        Assert.True((await browser.Hall.UseAsync((Kiosks kiosks) => kiosks.RegisterAsync("民治 1 号", office, key, KioskDevice.Who))).Ok);
        await page.GotoAsync("/kiosk/start");
        await Assertions.Expect(page.Locator("[name=PublicKey]")).ToHaveValueAsync(Key());
        Assert.Equal(key, await page.InputValueAsync("[name=PublicKey]"));
        await page.GetByRole(AriaRole.Button, new() { Name = "启用" }).ClickAsync();
        await page.WaitForURLAsync("**/");
        Assert.Equal("kiosk", await page.EvaluateAsync<string>("document.documentElement.dataset.surface"));
        Assert.Contains(await page.Context.CookiesAsync(), c => c is { Name: "tongban-kiosk", HttpOnly: true });
    }

    [Fact]
    public async Task Server_SignsOutAQuietKiosk_WithoutAnyScript()
    {
        var page = await KioskAsync(1280, 1024, script: false);
        await new Citizen(page, "", Browser.Pictures).SignInAsync("黄嘉敏", "/my");
        Assert.Contains("60;url=/kiosk/ask?return=%2Fmy", await page.ContentAsync());
        var keys = browser.Hall.Services.GetRequiredService<IDataProtectionProvider>();
        await page.Context.AddCookiesAsync([new Cookie
        {
            Name = KioskStay.Seen, Value = KioskStay.Protect(keys, TimeProvider.System.GetUtcNow() - KioskStay.Quiet - TimeSpan.FromSeconds(1)), Url = browser.Hall.Address.ToString(),
        }]);

        await page.GotoAsync("/my");
        Assert.Equal("/", new Uri(page.Url).AbsolutePath);
        await IsForgottenAsync(page);
    }

    [GeneratedRegex("^.{101,}$")]
    private static partial Regex Key();

    private static async Task IsForgottenAsync(IPage page)
    {
        Assert.DoesNotContain(await page.Context.CookiesAsync(), c => c.Name is "tongban" or "tongban-form");
        await page.GoBackAsync();
        Assert.Equal(0, await page.Locator(".me").CountAsync());
        await page.GotoAsync("/my");
        Assert.Contains("/signin", page.Url);
    }

    private async Task<IPage> KioskAsync(int width, int height, bool script = true)
    {
        var page = await browser.OpenAsync(width, script, height: height);
        await page.GotoAsync("/prefs?surface=kiosk&return=/");
        return page;
    }
}
