using Microsoft.Playwright;

namespace Tongban.EndToEnd.Tests;

/// <summary>The pages of staff, seen by those whose they are.</summary>
public class Workplace(Browser browser)
{
    [Fact]
    public async Task SeenByStaff_HasNoBarrierAndFitsAnyScreen()
    {
        var resident = await browser.ResidentAsync("许浩然");
        foreach (var (name, paths) in Pages.Staff(resident))
            await EveryPage.LookAsync(await SignedInAsync(name), paths);
        await EveryPage.LookAsync(await browser.OpenAsync(), ["/staff/signin"]);
    }

    [Fact]
    public async Task OfficerReadsACase_SaysWhy_AndTheCitizenSeesIt_WithoutScript()
    {
        var resident = await browser.ResidentAsync("许浩然");
        var page = await SignedInAsync("何静", script: false);
        await page.GotoAsync($"/staff/cases/{resident.Waiting.Split('/')[^1]}");
        Assert.DoesNotContain("许浩然", await page.InnerTextAsync("main"));
        await page.FillAsync("#f-Reason", "核对毕业院校");
        await page.Locator("#unmask .btn").ClickAsync();
        Assert.Contains("许浩然", await page.InnerTextAsync("main"));

        var hers = await browser.OpenAsync(state: resident.State);
        await hers.GotoAsync("/my/data");
        Assert.Contains("核对毕业院校", await hers.InnerTextAsync("main"));
    }

    private async Task<IPage> SignedInAsync(string name, bool script = true)
    {
        var page = await browser.OpenAsync(script: script);
        await page.GotoAsync("/staff/signin");
        await page.Locator($"li:has-text('{name}') .btn").ClickAsync();
        Assert.EndsWith("/staff", page.Url);
        return page;
    }
}
