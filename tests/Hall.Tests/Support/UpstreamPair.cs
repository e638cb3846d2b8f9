using Tongban.Hall.Demo;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Services.Identity.Passwords;
using Tongban.Hall.Systems.OpenInterface.Clients;

namespace Tongban.Hall.Tests.Support;

/// <summary>A hall, and a second one, with people, data and address of its own, as the provider through which one signs in at the first.</summary>
public sealed class UpstreamPair : IAsyncDisposable
{
    private const string Client = "downstream";

    private UpstreamPair(HallHost hall, HallHost provider) => (Hall, Provider) = (hall, provider);

    public HallHost Hall { get; }

    public HallHost Provider { get; }

    /// <summary>As the provider's tokens have it.</summary>
    public string Issuer => Provider.Address.ToString();

    public static Proceeding Who => new(new Actor(ActorKind.Staff, "security"), TimeProvider.System.GetUtcNow());

    /// <param name="name">Under which name of this machine browsers reach the hall.</param>
    public static async Task<UpstreamPair> StartAsync(HallHost hall, string? name = null)
    {
        var provider = new HallHost().Start();
        var secret = (await provider.UseAsync((ClientRegistry clients) => clients.RegisterAsync(Of("https://not-known-yet.example/"), Who))).Value!;
        Configure(hall, provider.Address, Client, secret).Start();
        var terms = Of($"http://{name ?? hall.Address.Host}:{hall.Address.Port}/signin/upstream/callback").Terms;
        Assert.True((await provider.UseAsync((ClientRegistry clients) => clients.ChangeAsync(Client, terms, Who))).Ok);
        return new UpstreamPair(hall, provider);
    }

    public static HallHost Configure(HallHost hall, Uri authority, string client, string secret) => hall
        .With("Hall:Upstream:Authority", authority.ToString().TrimEnd('/')).With("Hall:Upstream:ClientId", client).With("Hall:Upstream:ClientSecret", secret)
        .With("Hall:Upstream:NameZh", "省统一身份认证").With("Hall:Upstream:NameEn", "the provincial sign-in")
        .With("Hall:Upstream:Checked:0", "urn:tongban:level:2").With("Hall:Upstream:Present:0", "urn:tongban:level:3");

    /// <summary>Somebody whom only one of the two knows.</summary>
    public static async Task<Account> OpenAsync(HallHost host, string name, string number, RealNameLevel level = RealNameLevel.Checked)
    {
        var hash = await host.UseAsync((Passwords passwords) => Task.FromResult(passwords.Hash(DemoCity.Password)));
        return (await host.UseAsync((Accounts accounts) => accounts.OpenAsync(
            new OpenAccountOptions { Name = name, CitizenNumber = number, Mobile = "13911112222", PasswordHash = hash, Level = level }, Who))).Value!;
    }

    /// <summary>Begins at the hall, signs in at the provider and agrees there; the address that the browser is led back to.</summary>
    public async Task<string> AtProviderAsync(Visitor hall, string number, string query = "")
    {
        using var there = new Visitor(Provider.Address);
        var begun = await hall.GetAsync("/signin/upstream" + query);
        var asked = await there.GetAsync(begun.Location ?? throw new InvalidOperationException($"{begun.Status} {begun.Words}"));
        var page = await there.GetAsync((await there.SignInAsync(number, DemoCity.Password, asked.Location!["/signin".Length..])).Location!);
        if (page.Location is null) page = await RelyingParty.PressAsync(there, page, "allow");
        return page.Location!;
    }

    /// <summary>The whole way.</summary>
    public async Task<Shown> SignInAsync(Visitor hall, string number, string query = "") => await hall.GetAsync(await AtProviderAsync(hall, number, query));

    public async ValueTask DisposeAsync()
    {
        await Hall.DisposeAsync();
        await Provider.DisposeAsync();
    }

    private static NewClient Of(string callback) => new()
    {
        Id = Client, Owner = "114403000000009916", OwnerName = "演示市数据局", Name = new Text("市级通办", "The city's hall"), Why = new Text("在市里登录", "To sign in at the city's hall"),
        Terms = new ClientTerms { Scopes = ["openid", "profile", "citizen_number"], RedirectUris = [callback] },
    };
}
