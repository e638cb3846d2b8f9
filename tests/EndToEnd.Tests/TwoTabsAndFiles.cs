using System.Text;
using Microsoft.Playwright;

namespace Tongban.EndToEnd.Tests;

/// <summary>Two tabs never overwrite each other, and a file is taken in, refused or used again with clear words.</summary>
public class TwoTabsAndFiles(Browser browser)
{
    [Fact]
    public async Task StaleTab_ShowsBothVersions_AndKeepsWhatIsChosen()
    {
        var first = await browser.OpenAsync(390, script: false);
        await new Citizen(first, "", Browser.Pictures).SignInAsync("郑雨晴", "/apply/graduate-settlement");
        await first.Locator("main form .btn").First.ClickAsync();
        var second = await first.Context.NewPageAsync();
        await second.GotoAsync(first.Url);
        await first.CheckAsync("input[value='人才集体户']");
        await first.Locator("main form > .row .btn").First.ClickAsync();

        await second.CheckAsync("input[value='公租房']");
        await second.Locator("main form > .row .btn").First.ClickAsync();
        var both = await second.InnerTextAsync("main");
        Assert.Contains("公租房", both);
        Assert.Contains("人才集体户", both);
        await second.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "用我刚填的" }).ClickAsync();

        await first.GotoAsync(first.Url[..first.Url.LastIndexOf('/')] + "/settle");
        Assert.True(await first.IsCheckedAsync("input[value='公租房']"));
    }

    [Fact]
    public async Task File_IsRefusedWithItsReason_ThenTakenIn()
    {
        var page = await browser.OpenAsync(390, script: false);
        await new Citizen(page, "", Browser.Pictures).SignInAsync("吴思远", "/apply/graduate-settlement");
        await page.Locator("main form .btn").First.ClickAsync();
        await page.GotoAsync(page.Url[..page.Url.LastIndexOf('/')] + "/education");
        await UploadAsync(page, "diploma.pdf", "this is no PDF"u8.ToArray());
        Assert.Contains("只能上传 JPG、PNG 或 PDF", await page.InnerTextAsync(".err-sum"));

        await UploadAsync(page, "diploma.pdf", Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"));
        Assert.Contains("diploma.pdf", await page.InnerTextAsync(".files"));
    }

    private static async Task UploadAsync(IPage page, string name, byte[] content)
    {
        await page.SetInputFilesAsync("input[type=file]", new FilePayload { Name = name, MimeType = "application/pdf", Buffer = content });
        await page.Locator("button[name=upload]").First.ClickAsync();
    }
}
