using Microsoft.Playwright;

namespace Tongban.EndToEnd.Tests;

/// <summary>Page by page, with script switched off: what is to be read is there, and what is to be done can be done.</summary>
public class WithoutScript(Browser browser)
{
    [Fact]
    public async Task OpenToAll_WorksWithoutScript() => await UseAsync(await browser.OpenAsync(script: false), Pages.Public);

    [Fact]
    public async Task SeenByItsOwner_WorksWithoutScript()
    {
        var resident = await browser.ResidentAsync("黄嘉敏");
        await UseAsync(await browser.OpenAsync(script: false, state: resident.State), Pages.Own(resident));
    }

    [Fact]
    public async Task ChosenView_IsWrittenByTheServer_AndCanBeLeft()
    {
        var page = await browser.OpenAsync(390, script: false);
        await page.GotoAsync("/track");
        await page.GetByText("长辈版").ClickAsync();
        await page.GetByText("高对比").ClickAsync();
        Assert.EndsWith("/track", page.Url);
        Assert.Equal(1, await page.Locator("html[data-scale=elder][data-theme=contrast]").CountAsync());

        await page.GetByText("标准版").ClickAsync();
        Assert.Equal(0, await page.Locator("html[data-scale=elder]").CountAsync());
    }

    private static async Task UseAsync(IPage page, IReadOnlyList<HallPage> pages)
    {
        var faults = new List<string>();
        foreach (var one in pages)
        {
            await page.GotoAsync(one.Path);
            if ((await page.Locator("main h1").InnerTextAsync()).Length == 0) faults.Add($"{one.Path}: no heading");
            if ((await page.Locator("main").InnerTextAsync()).Length < 20) faults.Add($"{one.Path}: no content");
            if (one.Control is not null) await PressAsync(page, one, faults);
        }
        Assert.True(faults.Count == 0, string.Join("\n", faults));
    }

    // Pressing leads to a page with a heading: another one, or the same with what has to be changed.
    private static async Task PressAsync(IPage page, HallPage one, List<string> faults)
    {
        var control = page.Locator(one.Control!).Locator("visible=true").First;
        if (await control.CountAsync() == 0)
        {
            faults.Add($"{one.Path}: {one.Control} is not there");
            return;
        }
        var before = page.Url;
        var method = one.Purpose == Purpose.Send ? "POST" : "GET";
        // Listened for before the press: a page that is there at once has been loaded before anybody asks whether it is.
        var loaded = new TaskCompletionSource();
        void Loaded(object? sender, IPage loadedPage) => loaded.TrySetResult();
        page.Load += Loaded;
        var request = await page.RunAndWaitForRequestAsync(() => control.ClickAsync(), r => r.IsNavigationRequest && r.Method == method);
        await loaded.Task.WaitAsync(TimeSpan.FromSeconds(20));
        page.Load -= Loaded;
        var answer = await request.ResponseAsync();
        if (answer!.Status >= 400) faults.Add($"{one.Path}: {one.Purpose} answers {answer.Status}");
        var moved = page.Url != before || method == "POST" || await page.Locator(".err-sum, .result").CountAsync() > 0;
        if (!moved || await page.Locator("main h1").CountAsync() == 0) faults.Add($"{one.Path}: {one.Purpose} leads nowhere");
    }
}
