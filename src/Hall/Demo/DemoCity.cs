using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Keys;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Services.Identity.Passwords;
using Tongban.Sandbox;
using Tongban.Sandbox.People;

namespace Tongban.Hall.Demo;

/// <summary>A city to try things in: invented people who can sign in, and registers played by the sandbox in this process.</summary>
public sealed class DemoCity(IServiceScopeFactory scopes, HallKeys keys, DemoGateways gateways, CityTime time, TimeProvider clock, IConfiguration configuration, IOptions<HallOptions> options) : IAsyncDisposable
{
    public const string Password = "tongban-2026";

    public SandboxServer? Sandbox { get; private set; }

    public async Task StartAsync()
    {
        Sandbox = await SandboxServer.StartAsync(new SandboxOptions
        {
            Url = configuration["Hall:SandboxUrl"] ?? "http://127.0.0.1:0",
            Time = clock,
            DataDirectory = options.Value.DataPath("sandbox"),
            Clients = new Dictionary<string, Sm.Sm2PublicKey> { [options.Value.ClientId] = keys.Exchange.PublicKey },
        });
        gateways.LeadTo(Sandbox);
        await OpenAccountsAsync();
    }

    public ValueTask DisposeAsync() => Sandbox?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task OpenAccountsAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HallDb>();
        var known = (await db.Set<Account>().Select(a => a.NumberIndex).ToListAsync()).ToHashSet();
        await DemoStaff.EnterAsync(db, time);
        var missing = DemoPeople.Of(time.Today).Where(d => !known.Contains(db.IndexOf<Account>(nameof(Account.NumberIndex), d.Person.Number))).ToList();
        if (missing.Count == 0) return;
        db.Proceeding = new Proceeding(Actor.System("demo-city"), time.Now) { Reason = "演示账户" };
        // One hash for all: the password is printed on the screen anyway.
        var hash = scope.ServiceProvider.GetRequiredService<Passwords>().Hash(Password);
        var opened = missing.ConvertAll(d => Accounts.Make(new OpenAccountOptions
        {
            Name = d.Person.Name, CitizenNumber = d.Person.Number, Mobile = d.Person.Mobile, PasswordHash = hash, Level = RealNameLevel.Checked, IsDemo = true,
        }, time.Now));
        db.AddRange(opened);
        foreach (var account in opened) db.Record(new AccountOpened(account.Id, account.RealNameLevel));
        await db.SaveChangesAsync();
    }
}
