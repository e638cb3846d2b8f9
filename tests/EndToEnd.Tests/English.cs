namespace Tongban.EndToEnd.Tests;

/// <summary>English is complete: what is Chinese on an English page is a name or data, and says so by its lang.</summary>
public class English(Browser browser)
{
    private const string Untranslated = """
        () => {
            const chinese = /[\u3400-\u9fff]/, found = [document.title].filter(t => chinese.test(t));
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
                const node = walker.currentNode;
                if (chinese.test(node.data) && node.parentElement.closest('[lang]').lang === 'en') found.push(node.data.trim());
            }
            for (const e of document.querySelectorAll('[aria-label], [title], [placeholder], [alt], [data-busy]'))
                for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'data-busy'])
                    if (chinese.test(e.getAttribute(name) || '') && e.closest('[lang]').lang === 'en') found.push(`${name}: ${e.getAttribute(name)}`);
            return [...new Set(found)];
        }
        """;

    [Fact]
    public async Task EveryPage_IsEnglishUnderEn()
    {
        var resident = await browser.ResidentAsync("许浩然");
        var page = await browser.OpenAsync(state: resident.State);
        var faults = new List<string>();
        foreach (var one in Pages.Public.Concat(Pages.Own(resident)))
        {
            // What is searched for is repeated as it was typed.
            await page.GotoAsync($"/en{one.Path.Replace("毕业", "graduate").Replace("餐厅证", "restaurant")}");
            foreach (var text in await page.EvaluateAsync<string[]>(Untranslated)) faults.Add($"/en{one.Path}: {text}");
        }
        Assert.True(faults.Count == 0, string.Join("\n", faults));
    }
}
