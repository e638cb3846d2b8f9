using System.Net;
using System.Text.RegularExpressions;
using Tongban.Hall.Tests.Support;

namespace Tongban.Hall.Tests.Systems.OpenInterface.Clients;

/// <summary>Programs on the security administrator's screens.</summary>
public class ClientScreenTests(Databases databases)
{
    [Fact]
    public async Task Program_IsRegistered_ChangedAndEnded_AndItsSecretIsShownOnce()
    {
        await using var host = databases.Start("sqlite");
        using var admin = await StaffDoor.SignedInAsync(host, "S9002");
        var answered = await admin.PostAsync("/admin/clients", "/admin/clients", Form());
        var secret = SecretOf(answered);
        Assert.Equal("no-store", answered.Answer.Headers.CacheControl!.ToString().Split(',')[0]);
        Assert.DoesNotContain(secret, (await admin.GetAsync("/admin/clients")).Body + (await admin.GetAsync("/admin/client?id=library")).Body, StringComparison.Ordinal);
        using var api = ApiClient.Nobody(host);
        Assert.Equal(HttpStatusCode.OK, (await api.TokenAsync("items", "library", secret)).StatusCode);

        Assert.Contains("另一个程序", Hint(await admin.PostAsync("/admin/clients", "/admin/clients", Form())), StringComparison.Ordinal);
        var changed = await admin.PostAsync("/admin/client?id=library&handler=Change", "/admin/client?id=library", ("Scopes", "openid"), ("Scopes", "ledger"), ("RedirectUris", "https://library.example/new"));
        Assert.Equal("/admin/client?id=library", changed.Location);
        Assert.Contains("https://library.example/new", (await admin.GetAsync("/admin/client?id=library")).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await api.TokenAsync("items", "library", secret)).StatusCode);

        var renewed = SecretOf(await admin.PostAsync("/admin/client?id=library&handler=Renew", "/admin/client?id=library"));
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), ((await api.TokenAsync("ledger", "library", secret)).StatusCode, (await api.TokenAsync("ledger", "library", renewed)).StatusCode));
        await admin.PostAsync("/admin/client?id=library&handler=State", "/admin/client?id=library", ("state", "Ended"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await api.TokenAsync("ledger", "library", renewed)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.PostAsync("/admin/client?id=library&handler=Renew", "/admin/clients")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync("/admin/client?id=nobody")).Status);
    }

    [Theory]
    [InlineData("http://library.example/back")]
    [InlineData("https://library.example/back#top")]
    [InlineData("https://*.library.example/")]
    [InlineData("https://user@library.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https:\\\\library.example")]
    public async Task AddressThatWouldLeadAstray_IsRefused_AndWhatWasTypedIsKept(string address)
    {
        await using var host = databases.Start("sqlite");
        using var admin = await StaffDoor.SignedInAsync(host, "S9002");
        var refused = await admin.PostAsync("/admin/clients", "/admin/clients", Form(address));
        Assert.Contains("地址要以 https:// 开头", refused.Words, StringComparison.Ordinal);
        Assert.All([address, "图书馆", "借书"], typed => Assert.Contains(typed, WebUtility.HtmlDecode(refused.Body), StringComparison.Ordinal));
    }

    private static (string, string)[] Form(string address = "https://library.example/back") =>
    [
        ("Id", "library"), ("Owner", "114403000000009916"), ("OwnerName", "演示市数据局"), ("NameZh", "图书馆"), ("NameEn", "Library"), ("WhyZh", "借书"), ("WhyEn", "To lend books"),
        ("For", "citizens"), ("Scopes", "openid"), ("Scopes", "items"), ("RedirectUris", address),
    ];

    private static string SecretOf(Shown page) => Regex.Match(page.Body, "<b class=\"num\">([\\w-]{43})</b>") is { Success: true } found ? found.Groups[1].Value : throw new InvalidOperationException(page.Words);

    private static string Hint(Shown page) => WebUtility.HtmlDecode(page.Words).Replace("这个名字已经有程序用了", "另一个程序", StringComparison.Ordinal);
}
