using Microsoft.Playwright;
using Tongban.Hall.Demo;
using Tongban.Hall.Tests.Support;

namespace Tongban.EndToEnd.Tests;

/// <summary>A second hall, with data and people of its own, signs in at the first.</summary>
public class ThroughAnotherHall(Browser browser)
{
    [Fact]
    public async Task Person_SignsIn_SeesTheBinding_AndEndsIt()
    {
        // Two names of this machine: cookies of one are not the other's.
        await using var pair = await UpstreamPair.StartAsync(new HallHost(), "localhost");
        var hall = $"http://localhost:{pair.Hall.Address.Port}";
        var page = await browser.OpenAsync(390);
        await page.GotoAsync($"{hall}/signin?return=/my/account");
        await page.ScreenshotAsync(new() { Path = Path.Combine(Browser.Pictures, "upstream-signin-390.png"), FullPage = true });
        await page.GetByRole(AriaRole.Link, new() { Name = "用省统一身份认证登录" }).ClickAsync();

        await page.WaitForURLAsync($"{pair.Provider.Address}signin**");
        await page.FillAsync("#f-Name", (await Residents.NamedAsync(pair.Provider, "林晓雯")).CitizenNumber);
        await page.FillAsync("#f-Password", DemoCity.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "同意并继续" }).ClickAsync();

        await page.WaitForURLAsync($"{hall}/my/account");
        Assert.Contains("林晓雯", await page.InnerTextAsync("main"));
        await page.Locator("a[href='/my/account/provider']").ClickAsync();
        var faults = new List<string>();
        var checks = new PageChecks(page, faults);
        await checks.AxeAsync("/my/account/provider");
        await page.ScreenshotAsync(new() { Path = Path.Combine(Browser.Pictures, "upstream-binding-390.png"), FullPage = true });
        await page.GetByRole(AriaRole.Button, new() { Name = "停用" }).ClickAsync();
        await page.Locator(".list", new() { HasText = "已停用" }).WaitForAsync();
        Assert.Empty(faults);

        await page.Context.ClearCookiesAsync();
        await page.GotoAsync($"{hall}/signin/upstream?refused=upstream.ended");
        await checks.AxeAsync("/signin/upstream");
        await page.ScreenshotAsync(new() { Path = Path.Combine(Browser.Pictures, "upstream-refused-390.png"), FullPage = true });
        Assert.Empty(faults);
    }
}
