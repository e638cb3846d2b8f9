using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Tongban.Hall.Demo;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Systems.OpenInterface;
using Tongban.Hall.Systems.OpenInterface.Clients;
using Tongban.Hall.Tests.Support;

namespace Tongban.Hall.Tests.Systems.Access;

/// <summary>Somebody who knocks at every door. The records in the addresses are always those of the same person.</summary>
/// <param name="Name">As in the table's head.</param>
/// <param name="Home">A page of his own that carries a form's token; null: he comes without forms.</param>
public sealed record Someone(string Name, string? Home, Func<HallHost, Task<Visitor>> ArriveAsync, string? Client = null)
{
    private const string OtherClient = "other";

    public const string Owner = "林晓雯";

    public static IReadOnlyList<Someone> All { get; } =
    [
        new("anonymous", "/signin", host => Task.FromResult(new Visitor(host.Address))),
        new("citizen whose it is", "/my", host => CitizenAsync(host, Owner)),
        new("other citizen", "/my", host => CitizenAsync(host, "周子涵")),
        new("agent of that citizen", "/my/account", host => Acting.ForAsync(host, Owner)),
        new("her agent for another service", "/my/account", host => Acting.ForAsync(host, Owner, narrow: true)),
        new("her agent whose mandate has run out", "/my/account", host => Acting.ForAsync(host, Owner, expired: true)),
        new("legal representative", "/my/account", host => Acting.ForFirmAsync(host, BoundFirm.Successor)),
        new("former representative", "/my/account", host => Acting.ForFirmAsync(host, BoundFirm.Head)),
        new("agent of the firm", "/my/account", host => Acting.ForFirmAsync(host, BoundFirm.Clerk)),
        Staff("officer of the authority", "S1001"),
        Staff("head of the authority", "S1003"),
        Staff("officer of another authority", "S1101"),
        Staff("officer of a street", "S2002"),
        Staff("clerk of the city's hall", "S2001"),
        Staff("supervisor of the city", "S3001"),
        Staff("supervisor of another region", "S3002"),
        Staff("catalogue manager", "S4001"),
        Staff("system administrator", "S9001"),
        Staff("security administrator", "S9002"),
        Staff("audit administrator", "S9003"),
        new("program with a grant", null, host => Task.FromResult(new Visitor(host.Address)), OAuth.DemoClient),
        new("program without a grant", null, host => Task.FromResult(new Visitor(host.Address)), OtherClient),
        new("browser that says it is a kiosk", "/signin", SurfaceAsync),
        new("registered kiosk", "/signin", async host => (await KioskDevice.ArriveAsync(host)).Browser),
    ];

    /// <summary>The token that a program sends; null: he is none.</summary>
    public async Task<AuthenticationHeaderValue?> TokenAsync(HallHost host)
    {
        if (Client is null) return null;
        var secret = Client == OtherClient ? await RegisterOtherAsync(host) : OAuth.DemoSecret;
        using var http = new HttpClient { BaseAddress = host.Address };
        using var answer = await http.PostAsync("/connect/token", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials", ["client_id"] = Client, ["client_secret"] = secret,
            ["scope"] = string.Join(' ', OAuth.Scopes.Keys),
        }));
        return new("Bearer", (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["access_token"]!);
    }

    private static Someone Staff(string name, string number) => new(name, "/staff/post", host => StaffDoor.SignedInAsync(host, number));

    private static async Task<Visitor> CitizenAsync(HallHost host, string name)
    {
        var visitor = new Visitor(host.Address);
        Assert.Equal("/my", (await visitor.SignInAsync((await Residents.NamedAsync(host, name)).CitizenNumber, DemoCity.Password)).Location);
        return visitor;
    }

    private static async Task<Visitor> SurfaceAsync(HallHost host)
    {
        var visitor = new Visitor(host.Address);
        await visitor.GetAsync("/prefs?surface=kiosk");
        return visitor;
    }

    private static async Task<string> RegisterOtherAsync(HallHost host) => (await host.UseAsync((ClientRegistry clients) => clients.RegisterAsync(new NewClient
    {
        Id = OtherClient, Owner = "11440300MB9T0002XJ", OwnerName = "深圳市公安局", Name = new("另一个程序", "Another program"), Why = new("试一试", "To try"),
        Terms = new ClientTerms { Scopes = [.. OAuth.Scopes.Keys] },
    }, new Proceeding(Actor.System("test"), TimeProvider.System.GetUtcNow())))).Value!;
}
