using Microsoft.Playwright;
using Tongban.Hall.Tests.Support;

namespace Tongban.EndToEnd.Tests;

/// <summary>A passkey is added and signs in, held by Chromium's virtual authenticator.</summary>
public class Passkeys(Browser browser)
{
    [Fact]
    public async Task Passkey_IsAdded_SignsIn_ConfirmsASensitiveAct_AndIsRemoved()
    {
        using var person = await new Registrant(browser.Hall, 30_000).RegisterAsync(password: null);
        var page = await browser.OpenAsync(390);
        var authenticator = await AuthenticatorAsync(page);
        // A passkey belongs to a name: an address of figures has none.
        var hall = $"http://localhost:{browser.Hall.Address.Port}";
        await page.Context.AddCookiesAsync([new Cookie { Name = "tongban", Value = person.Browser.Cookie("tongban")!, Url = hall }]);

        await page.GotoAsync($"{hall}/my/account/passkeys");
        await page.FillAsync("#f-PasskeyName", "我的手机");
        await page.GetByRole(AriaRole.Button, new() { Name = "加通行密钥" }).ClickAsync();
        await page.Locator(".list b", new() { HasText = "我的手机" }).WaitForAsync();
        await page.ScreenshotAsync(new() { Path = Path.Combine(Browser.Pictures, "passkeys-390.png"), FullPage = true });

        await page.Locator("header").GetByRole(AriaRole.Button, new() { Name = "退出" }).ClickAsync();
        await page.GotoAsync($"{hall}/signin?return=/my/devices");
        await page.GetByRole(AriaRole.Button, new() { Name = "用通行密钥登录" }).ClickAsync();
        await page.WaitForURLAsync("**/my/devices");
        Assert.Contains("通行密钥", await page.InnerTextAsync("main .list"));
        Assert.Contains(person.Person.Name, await page.InnerTextAsync("header"));

        await page.GotoAsync($"{hall}/my/account/passkeys");
        await page.GetByRole(AriaRole.Button, new() { Name = "删掉" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "退出" }).ClickAsync();
        await page.GotoAsync($"{hall}/signin");
        await page.GetByRole(AriaRole.Button, new() { Name = "用通行密钥登录" }).ClickAsync();
        await page.Locator(".err-sum").WaitForAsync();
        Assert.Contains("没有认出这个通行密钥", await page.InnerTextAsync(".err-sum"));
        await authenticator.DetachAsync();
    }

    [Fact]
    public async Task WhereNoPasskeyAnswers_ThePageSaysSo_AndThePasswordStays()
    {
        var page = await browser.OpenAsync();
        await AuthenticatorAsync(page);
        await page.GotoAsync($"http://localhost:{browser.Hall.Address.Port}/signin");
        await page.GetByRole(AriaRole.Button, new() { Name = "用通行密钥登录" }).ClickAsync();
        await page.Locator("form[data-passkey] [role=status]:not(:empty)").WaitForAsync();

        Assert.Contains("换一种方式", await page.InnerTextAsync("form[data-passkey]"));
        Assert.True(await page.Locator("#f-Password").IsVisibleAsync());
    }

    [Fact]
    public void Script_IsSmall() =>
        Assert.InRange(new FileInfo(Path.Combine(HallHost.Root, "src", "Hall", "wwwroot", "js", "passkey.js")).Length, 1, 3 * 1024);

    private static async Task<ICDPSession> AuthenticatorAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        await session.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new { protocol = "ctap2", transport = "internal", hasResidentKey = true, hasUserVerification = true, isUserVerified = true, automaticPresenceSimulation = true },
        });
        return session;
    }
}
