using Microsoft.Playwright;

namespace Tongban.EndToEnd.Tests;

/// <summary>What a citizen does in the browser, in the order in which she does it.</summary>
internal sealed class Citizen(IPage page, string prefix, string pictures)
{
    private int steps;

    public IPage Page => page;

    public async Task SignInAsync(string name, string to)
    {
        await page.GotoAsync($"{prefix}{to}");
        await page.Locator(".people form", new PageLocatorOptions { HasText = name }).GetByRole(AriaRole.Button).ClickAsync();
    }

    /// <summary>Goes through the whole form, choosing what the answers name, else the first that is offered.</summary>
    public async Task FillInAsync(IReadOnlyDictionary<string, string> answers)
    {
        await page.Locator("main form .btn").First.ClickAsync();
        for (var i = 0; i < 20 && !page.Url.EndsWith("/check", StringComparison.Ordinal); i++)
        {
            await AnswerAsync(answers);
            await PictureAsync("question");
            await page.Locator("main form > .row .btn").First.ClickAsync();
        }
        await PictureAsync("check");
    }

    public async Task SubmitAsync()
    {
        await page.Locator("main form .row .btn").First.ClickAsync();
        try
        {
            await page.WaitForURLAsync("**/my/cases/*");
        }
        catch (TimeoutException)
        {
            Assert.Fail($"Not submitted: {page.Url}\n{await TextAsync()}");
        }
        await PictureAsync("result");
    }

    public Task<string> TextAsync() => page.Locator("main").InnerTextAsync();

    public async Task<string> DownloadAsync(string selector, string file)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator(selector).First.ClickAsync());
        var path = Path.Combine(pictures, file);
        await download.SaveAsAsync(path);
        return path;
    }

    public Task PictureAsync(string name) =>
        page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(pictures, $"{++steps:00}-{name}.png"), FullPage = true });

    private async Task AnswerAsync(IReadOnlyDictionary<string, string> answers)
    {
        foreach (var select in await page.Locator("main select").AllAsync())
            if ((await select.InputValueAsync()).Length == 0) await select.SelectOptionAsync(new SelectOptionValue { Index = 1 });
        var names = await page.Locator("main input[type=radio]").EvaluateAllAsync<string[]>("all => [...new Set(all.map(e => e.name))]");
        foreach (var name in names)
        {
            var wanted = page.Locator(answers.TryGetValue(name, out var value)
                ? $"main input[name='{name}'][value='{value}']"
                : $"main input[name='{name}']").First;
            if (answers.ContainsKey(name) || await page.Locator($"main input[name='{name}']:checked").CountAsync() == 0) await wanted.CheckAsync();
        }
    }
}
