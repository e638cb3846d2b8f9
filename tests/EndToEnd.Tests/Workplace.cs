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

    [Fact]
    public async Task Clerk_OpensAnAccountWithTheKeyboardAlone()
    {
        var person = browser.Hall.Sandbox.People.At(20_010);
        var page = await SignedInAsync("邓丽");
        await EveryPage.LookAsync(page, ["/staff/register", "/staff/mandates"]);
        await page.SetViewportSizeAsync(1280, 900);
        await page.GotoAsync("/staff/register");
        await TabToAsync(page, "f-Number");
        await page.Keyboard.TypeAsync(person.Number);
        await page.Keyboard.PressAsync("Enter");
        Assert.Contains("请填写证件上的姓名", await page.InnerTextAsync(".err-sum"));
        Assert.Equal(person.Number, await page.InputValueAsync("#f-Number"));

        await TabToAsync(page, "f-Name");
        await page.Keyboard.TypeAsync(person.Name);
        await TabToAsync(page, "f-Mobile");
        await page.Keyboard.TypeAsync(person.Mobile);
        await TabToAsync(page, "f-Papers");
        await page.Keyboard.PressAsync("Space");
        await TabToAsync(page, "f-Present");
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/staff/register/code");
        var faults = new List<string>();
        await new PageChecks(page, faults).AxeAsync("/staff/register/code");
        Assert.Empty(faults);

        await TabToAsync(page, "f-Code");
        await page.Keyboard.TypeAsync(await CodeAsync(person.Mobile));
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/staff/register?done=opened");
        Assert.Contains("账户开好了", await page.InnerTextAsync("main"));
    }

    private static async Task TabToAsync(IPage page, string id)
    {
        for (var i = 0; i < 60; i++)
        {
            if (await page.EvaluateAsync<string>("document.activeElement.id") == id) return;
            await page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"Tab does not lead to {id}");
    }

    private async Task<string> CodeAsync(string mobile)
    {
        for (var i = 0; i < 50; i++)
        {
            if (browser.Hall.Sandbox.Messages.FirstOrDefault(m => m.Mobile == mobile) is { } message) return System.Text.RegularExpressions.Regex.Match(message.Text, @"\d{6}").Value;
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }
        throw new TimeoutException("No message came.");
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
