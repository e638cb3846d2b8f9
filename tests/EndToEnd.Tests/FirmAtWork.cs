using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Tongban.Sandbox.Firms;

namespace Tongban.EndToEnd.Tests;

/// <summary>A firm's legal representative and the agent whom he appoints, each in a browser of his own.</summary>
internal sealed partial class FirmAtWork(Browser browser, string prefix, IPage head, IPage clerk, string name)
{
    public IPage Head => head;
    public IPage Clerk => clerk;

    private DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddHours(8).DateTime);

    public static async Task<FirmAtWork> OpenAsync(Browser browser, int width, string prefix, bool script = true, string name = "唐雪")
    {
        var (head, clerk) = (await browser.OpenAsync(width, script), await browser.OpenAsync(width, script));
        await SignInAsync(head, prefix, "方志远");
        await SignInAsync(clerk, prefix, name);
        return new FirmAtWork(browser, prefix, head, clerk, name);
    }

    /// <summary>Binds the firm, if it is not yet, and acts for it.</summary>
    public async Task BindAsync()
    {
        var firm = browser.Hall.Sandbox.Firms.Find(DemoFirms.Of(Today)[0].Code, Today)!;
        await head.GotoAsync($"{prefix}/my/organisations");
        await head.FillAsync("#f-Code", firm.Code);
        await head.Locator("#bind .btn").ClickAsync();
        await head.Locator("main .list .btn").First.ClickAsync();
        Assert.EndsWith("/firm", head.Url);
        Assert.Contains(firm.Name, await head.InnerTextAsync(".acting"));
    }

    /// <returns>The address of the offer.</returns>
    public async Task<string> AppointAsync()
    {
        await head.GotoAsync($"{prefix}/my/mandates/new");
        await head.FillAsync("#f-Name", name);
        await head.FillAsync("#f-Number", Sandbox.People.DemoPeople.Of(Today).Single(d => d.Person.Name == name).Person.Number);
        await head.FillAsync("[name='Until.y']", $"{Today.Year + 1}");
        await head.FillAsync("[name='Until.m']", "6");
        await head.FillAsync("[name='Until.d']", "30");
        await head.Locator("main form .btn").First.ClickAsync();
        await head.Locator("main form .btn").First.ClickAsync();
        Assert.Matches(Offer(), head.Url);
        return new Uri(head.Url).AbsolutePath;
    }

    public async Task AcceptAsync(string offer)
    {
        await clerk.GotoAsync($"{offer}/sign");
        await clerk.Locator("main form .btn").First.ClickAsync();
        await clerk.GotoAsync($"{prefix}/my/acting");
        await clerk.Locator("main .list .btn").First.ClickAsync();
        Assert.EndsWith("/firm", clerk.Url);
    }

    /// <summary>Applies for the certificate of registration and is granted it.</summary>
    public async Task ApplyAsync(IPage page)
    {
        var citizen = new Citizen(page, prefix, Directory.CreateDirectory(Path.Combine(Browser.Pictures, "firm")).FullName);
        await page.GotoAsync($"{prefix}/apply/registration-certificate");
        await citizen.FillInAsync(new Dictionary<string, string>());
        await citizen.SubmitAsync();
    }

    private static async Task SignInAsync(IPage page, string prefix, string name)
    {
        await page.GotoAsync($"{prefix}/signin");
        await page.Locator(".people form", new PageLocatorOptions { HasText = name }).GetByRole(AriaRole.Button).ClickAsync();
    }

    [GeneratedRegex("/my/mandates/[0-9a-f-]{36}$")]
    private static partial Regex Offer();
}
