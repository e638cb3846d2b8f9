using Microsoft.Playwright;

namespace Tongban.EndToEnd.Tests;

/// <summary>Somebody with something on each of her pages.</summary>
/// <param name="State">The cookies of her session.</param>
/// <param name="Form">The address of her draft, without the section.</param>
public sealed record Resident(string State, string Granted, string Waiting, string Form)
{
    internal static async Task<Resident> SettleAsync(IPage page, string name)
    {
        var citizen = new Citizen(page, "", Directory.CreateDirectory(Path.Combine(Browser.Pictures, "resident")).FullName);
        await citizen.SignInAsync(name, "/apply/no-criminal-record");
        var granted = await ApplyAsync(citizen);
        await page.GotoAsync("/apply/graduate-settlement");
        var waiting = await ApplyAsync(citizen);
        await page.GotoAsync("/apply/graduate-settlement");
        await page.Locator("main form .btn").First.ClickAsync();
        var first = new Uri(page.Url).AbsolutePath;
        var state = await page.Context.StorageStateAsync();
        await page.Context.CloseAsync();
        return new Resident(state, granted, waiting, first[..first.LastIndexOf('/')]);
    }

    private static async Task<string> ApplyAsync(Citizen citizen)
    {
        await citizen.FillInAsync(new Dictionary<string, string> { ["参加过禁止组织"] = "false" });
        await citizen.SubmitAsync();
        return new Uri(citizen.Page.Url).AbsolutePath;
    }
}
