using System.Web;
using Tongban.Hall.Systems.OpenInterface.SignOn;
using Tongban.Hall.Tests.Support;

namespace Tongban.Hall.Tests.Systems.OpenInterface.SignOn;

/// <summary>docs/sign-on.md can be followed letter by letter.</summary>
public class DocumentTests(Databases databases)
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(HallHost.Root, "docs", "sign-on.md"));

    [Fact]
    public async Task Examples_LeadToWhoItIs()
    {
        await using var host = databases.Start("sqlite");
        using var site = new RelyingParty(host);
        using var person = await SignedInPerson.AsAsync(host);
        var page = await person.GetAsync(After("GET ").Replace("CHALLENGE&", RelyingParty.Challenge + "&", StringComparison.Ordinal));
        var code = RelyingParty.Answer(await RelyingParty.PressAsync(person, page, "allow"))["code"]!;
        var fields = HttpUtility.ParseQueryString(After("grant_type=authorization_code", keep: true).Replace("=CODE", "=" + code, StringComparison.Ordinal).Replace("=VERIFIER", "=" + RelyingParty.Verifier, StringComparison.Ordinal));
        var tokens = await site.PostAsync("/connect/token", [.. fields.AllKeys.Where(k => k is not ("client_id" or "client_secret")).Select(k => (k!, fields[k]))]);
        Assert.Equal("林晓雯", (string?)(await site.UserInfoAsync((string)tokens["access_token"]!))!["name"]);
    }

    [Fact]
    public void EveryScope_StandsInTheTable() =>
        Assert.Equal(SignOnScopes.All.Keys.Append(SignOnScopes.Staff).Order(), Lines.Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Select(l => l.Split('|')[1].Trim()).Where(s => s is not ("" or "Scope")).Distinct().Order());

    private static string After(string start, bool keep = false)
    {
        var line = Lines.Select(l => l.Trim()).First(l => l.StartsWith(start, StringComparison.Ordinal));
        return keep ? line : line[start.Length..];
    }
}
