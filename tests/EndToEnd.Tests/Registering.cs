using System.Text.RegularExpressions;
using Tongban.Sandbox.RealName;

namespace Tongban.EndToEnd.Tests;

public partial class Registering(Browser browser)
{
    [Fact]
    public async Task Person_WhomTheRegisterKnows_OpensAnAccountWithTheCodeFromTheMessage()
    {
        var person = browser.Hall.Sandbox.People.At(20_000);
        var page = await browser.OpenAsync(390, script: false);
        await page.GotoAsync("/register");
        await page.FillAsync("#f-Name", person.Name);
        await page.FillAsync("#f-Number", person.Number);
        await page.FillAsync("#f-Mobile", person.Mobile);
        await page.SelectOptionAsync("#f-Kind1", "BankCard");
        await page.FillAsync("#f-Value1", Proofs.Of(person)[Proofs.BankCard]);
        await page.FillAsync("#f-Password", "梅花香自苦寒来呀真好");
        await page.Locator("main form .btn").ClickAsync();

        await page.FillAsync("#f-Code", await CodeAsync(person.Mobile));
        await page.Locator("main form .btn").ClickAsync();

        Assert.EndsWith("/my", page.Url);
        Assert.Contains(person.Name, await page.InnerTextAsync("header"));
        await page.GotoAsync("/my/data");
        Assert.Contains("实名注册", await page.InnerTextAsync("main li"));
    }

    [Fact]
    public async Task Wrong_Number_IsExplainedAndNothingTypedIsLost()
    {
        var page = await browser.OpenAsync(390, script: false);
        await page.GotoAsync("/register");
        await page.FillAsync("#f-Name", "王小明");
        await page.FillAsync("#f-Number", "11010519491231002");
        await page.Locator("main form .btn").ClickAsync();

        Assert.Contains("您填了 17 位", await page.InnerTextAsync(".err-sum"));
        Assert.Equal("王小明", await page.InputValueAsync("#f-Name"));
    }

    private async Task<string> CodeAsync(string mobile)
    {
        for (var i = 0; i < 50; i++)
        {
            if (browser.Hall.Sandbox.Messages.FirstOrDefault(m => m.Mobile == mobile) is { } message) return Digits().Match(message.Text).Value;
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }
        throw new TimeoutException("No message came.");
    }

    [GeneratedRegex(@"\d{6}")]
    private static partial Regex Digits();
}
