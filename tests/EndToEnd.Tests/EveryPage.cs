using Microsoft.Playwright;

namespace Tongban.EndToEnd.Tests;

/// <summary>What every page must do, whoever looks at it: no barrier found by axe, no sideways scroll at 320 px, at most 60 KB,
/// every tab stop seen, plain print, no error in the console.</summary>
public class EveryPage(Browser browser)
{
    [Fact]
    public async Task OpenToAll_HasNoBarrierAndFitsAnyScreen() =>
        await LookAsync(await browser.OpenAsync(), Pages.Public.Select(p => p.Path).Concat(["/en/", "/en/items/graduate-settlement", "/en/design"]));

    internal static async Task LookAsync(IPage page, IEnumerable<string> paths)
    {
        var faults = new List<string>();
        page.Console += (_, message) => { if (message.Type == "error" && !message.Text.Contains("404") && !message.Text.Contains("403")) faults.Add($"{page.Url}: {message.Text}"); };
        var checks = new PageChecks(page, faults);
        foreach (var path in paths) await checks.CheckAsync(path);
        Assert.True(faults.Count == 0, string.Join("\n", faults.Distinct()));
    }
}

/// <summary>The same for what is seen in a firm's name.</summary>
public class EveryFirmPage(Browser browser)
{
    [Fact]
    public async Task SeenByItsRepresentative_HasNoBarrierAndFitsAnyScreen()
    {
        var firm = await FirmAtWork.OpenAsync(browser, 1280, "", name: "沈佳宜");
        await firm.BindAsync();
        await firm.ApplyAsync(firm.Head);
        var offer = await firm.AppointAsync();
        await EveryPage.LookAsync(firm.Head, ["/firm", "/firm/agents", "/my/licences", "/my/messages", "/my/mandates/new", offer, "/apply/registration-certificate", "/apply/old-age-allowance", "/en/firm", "/my/acting"]);
        await EveryPage.LookAsync(firm.Clerk, ["/my/mandates", $"{offer}/sign"]);
    }
}

/// <summary>The same for what only its owner sees; a class of its own, so that both run at the same time.</summary>
public class EveryOwnPage(Browser browser)
{
    [Fact]
    public async Task SeenByItsOwner_HasNoBarrierAndFitsAnyScreen()
    {
        var resident = await browser.ResidentAsync("许浩然");
        await EveryPage.LookAsync(await browser.OpenAsync(state: resident.State), Pages.Own(resident).Select(p => p.Path));
    }

    [Fact]
    public async Task EmptyAnswer_IsExplainedAtOnce()
    {
        var page = await browser.OpenAsync(390);
        await page.GotoAsync("/register");
        await page.Locator("main form .btn").ClickAsync();
        var faults = new List<string>();
        await new PageChecks(page, faults).AxeAsync("/register with errors");
        Assert.Empty(faults);
        Assert.Equal("err-sum", await page.EvaluateAsync<string>("document.activeElement.className"));
        Assert.StartsWith("错误：", await page.TitleAsync());
    }
}
