using System.Globalization;
using Tongban.Verify;

namespace Tongban.EndToEnd.Tests;

/// <summary>The main job: a graduate finds the service, checks, applies, and holds decision, licence and receipt.</summary>
public class FirstInstantApproval(Browser browser)
{
    private static readonly Dictionary<string, string> Answers = new() { ["落户方式"] = "人才集体户", ["参加过禁止组织"] = "false" };

    [Theory]
    [InlineData("林晓雯", "", 1280, true, "已准予")]
    [InlineData("周子涵", "/en", 390, false, "Granted")]
    public async Task Graduate_WhoQualifies_HoldsDecisionLicenceAndReceiptWithinSeconds(string name, string prefix, int width, bool script, string granted)
    {
        var pictures = Folder($"graduate-{width.ToString(CultureInfo.InvariantCulture)}{(script ? "" : "-noscript")}{prefix.Replace('/', '-')}");
        var citizen = new Citizen(await browser.OpenAsync(width, script), prefix, pictures);
        await citizen.Page.GotoAsync($"{prefix}/");
        await citizen.PictureAsync("home");
        await citizen.Page.FillAsync("#q", "biyesheng");
        await citizen.Page.Locator(".search .btn").ClickAsync();
        await citizen.Page.Locator(".svc a").First.ClickAsync();
        await citizen.PictureAsync("guide");

        await citizen.SignInAsync(name, "/apply/graduate-settlement");
        await citizen.FillInAsync(Answers);
        await citizen.SubmitAsync();

        var text = await citizen.TextAsync();
        Assert.Contains(granted, text);
        var pdf = await citizen.DownloadAsync(".files .btn:not(.btn-2)", "licence.pdf");
        var seals = await FetchAsync("/verify?handler=Seals", pictures, "seals.pem");
        var key = await FetchAsync("/ledger?handler=Key", pictures, "ledger.pem");
        Assert.Equal(0, VerifyProgram.Run(["licence", pdf, "--trust", seals], TextWriter.Null, TextWriter.Null));
        Assert.Equal(0, await ReceiptAsync(citizen, key));
        await AnybodyCanCheckAsync(pdf, prefix, width, script);
        await File.AppendAllTextAsync(pdf, " ", TestContext.Current.CancellationToken);
        Assert.Equal(1, VerifyProgram.Run(["licence", pdf, "--trust", seals], TextWriter.Null, TextWriter.Null));
    }

    [Fact]
    public async Task GraduateOverTheAge_IsNotRefused_ButToldWhyAPersonDecides()
    {
        var citizen = new Citizen(await browser.OpenAsync(390), "", Folder("graduate-to-person"));
        await citizen.SignInAsync("罗文博", "/apply/graduate-settlement");
        await citizen.FillInAsync(Answers);
        await citizen.SubmitAsync();

        var text = await citizen.TextAsync();
        Assert.Contains("已收到", text);
        Assert.Contains("41 岁", text);
        Assert.DoesNotContain("不予", text);
    }

    [Fact]
    public async Task CertificateOfNoCriminalRecord_IsIssuedOnTheSpot()
    {
        var citizen = new Citizen(await browser.OpenAsync(), "", Folder("no-criminal-record"));
        await citizen.SignInAsync("陈静怡", "/apply/no-criminal-record");
        await citizen.FillInAsync(new Dictionary<string, string>());
        await citizen.SubmitAsync();

        Assert.Contains("已准予", await citizen.TextAsync());
    }

    [Fact]
    public async Task OldAgeAllowance_IsGrantedAtEighty()
    {
        var citizen = new Citizen(await browser.OpenAsync(390, script: false), "", Folder("old-age-allowance"));
        await citizen.SignInAsync("梁秀英", "/apply/old-age-allowance");
        await citizen.FillInAsync(new Dictionary<string, string>());
        await citizen.SubmitAsync();

        Assert.Contains("已准予", await citizen.TextAsync());
    }

    // The proof follows the acknowledgement within seconds; until then the verifier says 3, promised.
    private static async Task<int> ReceiptAsync(Citizen citizen, string key)
    {
        for (var attempt = 0; ; attempt++)
        {
            var receipt = await citizen.DownloadAsync("a[href*='Receipt']", "receipt.json");
            var code = VerifyProgram.Run(["receipt", receipt, "--key", key], TextWriter.Null, TextWriter.Null);
            if (code != 3 || attempt == 10) return code;
            await Task.Delay(500, TestContext.Current.CancellationToken);
        }
    }

    private async Task<string> FetchAsync(string address, string folder, string file)
    {
        using var http = new HttpClient { BaseAddress = browser.Hall.Address };
        var path = Path.Combine(folder, file);
        await File.WriteAllBytesAsync(path, await http.GetByteArrayAsync(address));
        return path;
    }

    private async Task AnybodyCanCheckAsync(string pdf, string prefix, int width, bool script)
    {
        var stranger = await browser.OpenAsync(width, script);
        await stranger.GotoAsync($"{prefix}/verify");
        await stranger.SetInputFilesAsync("#f-file", pdf);
        await stranger.Locator("form[method=post] .btn").Last.ClickAsync();
        Assert.Equal(1, await stranger.Locator(".result.ok").CountAsync());
    }

    private static string Folder(string name) => Directory.CreateDirectory(Path.Combine(Browser.Pictures, name)).FullName;
}
