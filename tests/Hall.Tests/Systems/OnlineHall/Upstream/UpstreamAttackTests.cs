using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Services.Identity.Upstream;
using Tongban.Hall.Tests.Support;

namespace Tongban.Hall.Tests.Systems.OnlineHall.Upstream;

/// <summary>What somebody tries on the way through an upstream provider.</summary>
public sealed class UpstreamAttackTests(Databases databases)
{
    private const string Secret = "a-secret-that-is-long-enough-for-a-signature", Failed = "/signin/upstream?refused=upstream.failed";

    public static TheoryData<string, Action<FalseProvider>> Spoilt => new()
    {
        { "another audience", p => p.Spoil = t => t["aud"] = "another" },
        { "another issuer", p => p.Spoil = t => t["iss"] = "https://upstream.example/" },
        { "another nonce", p => p.Spoil = t => t["nonce"] = "0.another" },
        { "no nonce", p => p.Spoil = t => t.Remove("nonce") },
        { "run out", p => p.Spoil = t => t["exp"] = (long)t["iat"] - 600 },
        { "signed in long ago", p => p.Spoil = t => t["auth_time"] = (long)t["iat"] - 3600 },
        { "does not say when", p => p.Spoil = t => t.Remove("auth_time") },
        { "another's key", p => p.OtherKey = new RsaSecurityKey(RSA.Create(2048)) { KeyId = "k" } },
        { "no signature", p => p.Unsigned = true },
        { "our own secret as key", p => p.OtherKey = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(Secret)) },
        { "userinfo of somebody else", p => p.Subject = "s2" },
    };

    [Fact]
    public async Task TokenThatIsNotForThisSignIn_SignsNobodyIn()
    {
        await using var provider = await FalseProvider.StartAsync();
        await using var host = Hall(provider).Start();
        foreach (var (what, spoil) in Spoilt.Select(s => s.Data))
        {
            (provider.Spoil, provider.OtherKey, provider.Unsigned, provider.Subject) = (_ => { }, null, false, "s1");
            spoil(provider);
            using var person = new Visitor(host.Address);
            Assert.Equal((what, Failed), (what, (await person.GetAsync(await CallbackAsync(provider, person))).Location));
            Assert.Equal(HttpStatusCode.Redirect, (await person.GetAsync("/my")).Status);
        }
        Assert.Equal(0, await host.UseAsync((HallDb db) => db.Set<Binding>().CountAsync()));
        (provider.Spoil, provider.OtherKey, provider.Unsigned, provider.Subject) = (_ => { }, null, false, "s1");
        using var honest = new Visitor(host.Address);
        Assert.Equal("/my", (await honest.GetAsync(await CallbackAsync(provider, honest))).Location);
    }

    /// <summary>Login CSRF: the victim would go on in the attacker's account.</summary>
    [Fact]
    public async Task CallbackOfAnothersBrowser_SignsNobodyIn_AndOwnOneOnlyOnce()
    {
        await using var provider = await FalseProvider.StartAsync();
        await using var host = Hall(provider).Start();
        using var attacker = new Visitor(host.Address);
        using var victim = await SignedInPerson.AsAsync(host, "周子涵");
        var callback = await CallbackAsync(provider, attacker);
        Assert.Equal(Failed, (await victim.GetAsync(callback)).Location);
        Assert.Contains("周子涵", (await victim.GetAsync("/my/account")).Words, StringComparison.Ordinal);
        // Also when the victim was on the way there himself.
        await victim.GetAsync("/signin/upstream");
        Assert.Equal(Failed, (await victim.GetAsync(callback)).Location);
        Assert.Equal("/my", (await attacker.GetAsync(callback)).Location);
        Assert.Equal(Failed, (await attacker.GetAsync(callback)).Location);
    }

    /// <summary>Mix-up: an answer of another provider, sent to this one's callback.</summary>
    [Fact]
    public async Task AnswerThatNamesAnotherIssuer_OrNone_IsRefused()
    {
        await using var provider = await FalseProvider.StartAsync();
        await using var host = Hall(provider).Start();
        using var person = new Visitor(host.Address);
        foreach (var iss in new[] { "&iss=https%3A%2F%2Fattacker.example%2F", "" })
            Assert.Equal(Failed, (await person.GetAsync((await CallbackAsync(provider, person)).Split("&iss=")[0] + iss)).Location);
        Assert.Equal(Failed, (await person.GetAsync("/signin/upstream/callback?error=server_error&error_description=%3Cscript%3E")).Location);
        Assert.Equal(Failed, (await person.GetAsync("/signin/upstream/callback?code=c&state=made-up&iss=" + Uri.EscapeDataString(provider.Address.ToString()))).Location);
        Assert.Equal(HttpStatusCode.Redirect, (await person.GetAsync("/my")).Status);
    }

    [Theory]
    [InlineData("https://attacker.example/")]
    [InlineData("//attacker.example/")]
    [InlineData("/\\attacker.example/")]
    [InlineData("/%5cattacker.example%0d%0aX: y")]
    public async Task WayBack_StaysInTheHall(string to)
    {
        await using var provider = await FalseProvider.StartAsync();
        await using var host = Hall(provider).Start();
        using var person = new Visitor(host.Address);
        var back = await person.GetAsync(await CallbackAsync(provider, person, "?return=" + Uri.EscapeDataString(to)));
        Assert.StartsWith("/", back.Location, StringComparison.Ordinal);
        Assert.Equal(host.Address.Authority, new Uri(host.Address, back.Location!).Authority);
    }

    [Fact]
    public async Task WhoShowsOnceMoreThatItIsHe_DoesNotBecomeAnother()
    {
        await using var provider = await FalseProvider.StartAsync();
        await using var host = Hall(provider).Start();
        using var person = await SignedInPerson.AsAsync(host, "周子涵");
        Assert.Equal("/signin/upstream?refused=upstream.differs", (await person.GetAsync(await CallbackAsync(provider, person))).Location);
        Assert.Contains("周子涵", (await person.GetAsync("/my/account")).Words, StringComparison.Ordinal);
        Assert.Equal(0, await host.UseAsync((HallDb db) => db.Set<Session>().CountAsync(s => s.By == SignInMethod.Provider)));
    }

    [Fact]
    public async Task Request_AsksForCodeWithPkce_AndTellsNoSecret()
    {
        await using var provider = await FalseProvider.StartAsync();
        await using var host = Hall(provider).Start();
        using var person = new Visitor(host.Address);
        var asked = (await person.GetAsync("/en/signin/upstream")).Location!;
        var query = HttpUtility.ParseQueryString(new Uri(asked).Query);
        Assert.Equal(("code", "S256", "login", new Uri(host.Address, "/signin/upstream/callback").ToString()), (query["response_type"], query["code_challenge_method"], query["prompt"], query["redirect_uri"]));
        Assert.DoesNotContain(Secret, asked, StringComparison.Ordinal);
        Assert.NotEqual(query["state"], HttpUtility.ParseQueryString(new Uri((await person.GetAsync("/signin/upstream")).Location!).Query)["state"]);
    }

    private HallHost Hall(FalseProvider provider) => UpstreamPair.Configure(databases.Prepare("sqlite"), provider.Address, FalseProvider.Client, Secret);

    /// <summary>Where the provider would lead the browser back to.</summary>
    private static async Task<string> CallbackAsync(FalseProvider provider, Visitor person, string query = "")
    {
        var asked = HttpUtility.ParseQueryString(new Uri((await person.GetAsync("/signin/upstream" + query)).Location!).Query);
        provider.Nonce = asked["nonce"];
        return $"/signin/upstream/callback?code=c&state={Uri.EscapeDataString(asked["state"]!)}&iss={Uri.EscapeDataString(provider.Address.ToString())}";
    }
}
