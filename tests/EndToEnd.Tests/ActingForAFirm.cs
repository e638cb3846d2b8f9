namespace Tongban.EndToEnd.Tests;

/// <summary>From binding a firm to the certificate that its agent is granted, and to the end of his mandate.</summary>
public class ActingForAFirm(Browser browser)
{
    [Theory]
    [InlineData(1280, "", true)]
    [InlineData(390, "/en", false)]
    public async Task RepresentativeAppoints_AgentSignsAndApplies_AndIsEnded(int width, string prefix, bool script)
    {
        var firm = await FirmAtWork.OpenAsync(browser, width, prefix, script);
        await firm.BindAsync();
        var offer = await firm.AppointAsync();
        await firm.AcceptAsync(offer);
        await firm.ApplyAsync(firm.Clerk);
        Assert.Contains("唐雪", await TextAsync(firm.Head, $"{prefix}/firm/agents"));

        await firm.Clerk.GotoAsync($"{prefix}/apply/registration-certificate");
        await firm.Head.GotoAsync(offer);
        await firm.Head.Locator("main form .btn").First.ClickAsync();
        await firm.Clerk.Locator("main form .btn").First.ClickAsync();

        // Nothing was begun in the wrong name, and he is told.
        Assert.Contains(prefix.Length == 0 ? "没有办" : "not done", await firm.Clerk.InnerTextAsync("h1"));
        Assert.Equal(0, await firm.Clerk.Locator(".acting:not(.over)").CountAsync());
        Assert.Equal(1, await firm.Clerk.Locator(".acting.over").CountAsync());
    }

    private static async Task<string> TextAsync(Microsoft.Playwright.IPage page, string path)
    {
        await page.GotoAsync(path);
        return await page.InnerTextAsync("main");
    }
}
