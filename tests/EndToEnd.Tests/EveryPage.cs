using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Tongban.EndToEnd.Tests;

/// <summary>What every page must do: no barrier found by axe, no sideways scroll at 320 px, at most 60 KB, no error in the console.</summary>
public class EveryPage(Browser browser)
{
    private const int MostBytes = 60 * 1024;

    private static readonly string[] Public =
    [
        "/", "/browse", "/browse?by=theme", "/browse?by=region", "/search?q=毕业", "/search?q=餐厅证", "/items/graduate-settlement",
        "/items/no-criminal-record", "/items/old-age-allowance", "/items/graduate-settlement/check", "/batches/first", "/signin", "/register",
        "/track", "/verify", "/verify?n=1", "/ledger", "/accessibility", "/privacy", "/api", "/no-such-page",
        "/en/", "/en/items/graduate-settlement", "/en/signin",
    ];

    private static readonly string[] Own = ["/my", "/my/licences", "/my/messages", "/my/data", "/apply/graduate-settlement"];

    private static readonly (string Mode, int Width)[] Modes = [("", 1280), ("scale=elder", 390), ("theme=contrast", 1280), ("theme=dark", 390)];

    public static TheoryData<string, int> Ways => [.. Modes.Select(m => (m.Mode, m.Width))];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task HasNoBarrierAndFitsAnyScreen(string mode, int width)
    {
        var page = await browser.OpenAsync(width);
        if (mode.Length > 0) await page.GotoAsync($"/prefs?{mode}&return=/");
        var faults = new List<string>();
        page.Console += (_, message) => { if (message.Type == "error" && !message.Text.Contains("404")) faults.Add($"{page.Url}: {message.Text}"); };
        foreach (var path in Public) await CheckAsync(page, path, faults);
        await new Citizen(page, "", Browser.Pictures).SignInAsync("谢小军", "/my");
        foreach (var path in Own) await CheckAsync(page, path, faults);
        await FormPagesAsync(page, faults);
        Assert.True(faults.Count == 0, string.Join("\n", faults));
    }

    // The pages of a form exist only inside an application.
    private static async Task FormPagesAsync(IPage page, List<string> faults)
    {
        await page.GotoAsync("/apply/graduate-settlement");
        await page.Locator("main form .btn").First.ClickAsync();
        var first = new Uri(page.Url).AbsolutePath;
        var folder = first[..first.LastIndexOf('/')];
        foreach (var section in new[] { "settle", "place", "education", "contact", "declaration", "check" })
            await CheckAsync(page, $"{folder}/{section}", faults);
        await page.GotoAsync($"{folder}/settle");
        await page.Locator("main form > .row .btn").First.ClickAsync();
        if (await page.Locator(".err-sum").CountAsync() == 0) faults.Add($"{folder}/settle: an empty answer shows no error");
        await AxeAsync(page, $"{folder}/settle with errors", faults);
    }

    private static async Task CheckAsync(IPage page, string path, List<string> faults)
    {
        var requests = new List<IRequest>();
        void Count(object? _, IRequest request) => requests.Add(request);
        page.RequestFinished += Count;
        await page.GotoAsync(path);
        page.RequestFinished -= Count;
        var bytes = 0L;
        foreach (var request in requests) bytes += (await request.SizesAsync()).ResponseBodySize;
        if (bytes > MostBytes) faults.Add($"{path}: {bytes / 1024} KB");
        await AxeAsync(page, path, faults);
        var size = page.ViewportSize!;
        await page.SetViewportSizeAsync(320, 800);
        var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        if (wide > 320) faults.Add($"{path}: {wide} px wide on a screen of 320");
        await page.SetViewportSizeAsync(size.Width, size.Height);
    }

    private static async Task AxeAsync(IPage page, string path, List<string> faults)
    {
        var result = await page.RunAxe();
        faults.AddRange(result.Violations.Select(v => $"{path}: {v.Id}: {v.Help} {string.Join(" | ", v.Nodes.Take(2).Select(n => n.Html))}"));
    }
}
