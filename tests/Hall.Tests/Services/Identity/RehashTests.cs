using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Tongban.Hall.Demo;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Services.Identity.Staff;
using Tongban.Hall.Services.Supervision.Ledger;
using Tongban.Hall.Tests.Support;

namespace Tongban.Hall.Tests.Services.Identity;

/// <summary>A hash that was made at a lower cost than today's is made anew when its password is next shown.</summary>
public class RehashTests(Databases databases)
{
    private static readonly PasswordHasher<Account> Cheap = new(Options.Create(new PasswordHasherOptions { IterationCount = 1000 }));

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task CitizensOldHash_IsRenewedAtSignIn_AndNotByAWrongPassword(string database)
    {
        await using var host = databases.Start(database);
        var person = await Residents.NamedAsync(host, "林晓雯");
        await StoreAsync(host, db => db.Set<Account>().AsTracking().SingleAsync(a => a.Id == person.Id), a => a.PasswordHash = Cheap.HashPassword(null!, DemoCity.Password));
        var old = await HashAsync(host);
        using var visitor = new Visitor(host.Address);

        Assert.Null((await visitor.SignInAsync(person.CitizenNumber, DemoCity.Password + "x")).Location);
        Assert.Equal(old, await HashAsync(host));
        Assert.Equal("/my", (await visitor.SignInAsync(person.CitizenNumber, DemoCity.Password)).Location);
        var renewed = await HashAsync(host);

        Assert.Equal(PasswordVerificationResult.Success, new PasswordHasher<Account>().VerifyHashedPassword(null!, renewed, DemoCity.Password));
        using var other = new Visitor(host.Address);
        Assert.Equal("/my", (await other.SignInAsync(person.CitizenNumber, DemoCity.Password)).Location);
        Assert.Equal(renewed, await HashAsync(host));
        async Task<string> HashAsync(HallHost hall) => (await Residents.NamedAsync(hall, "林晓雯")).PasswordHash!;
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task StaffsOldHash_IsRenewedAtSignIn(string database)
    {
        await using var host = databases.Start(database);
        await StoreAsync(host, db => db.Set<StaffMember>().AsTracking().SingleAsync(m => m.Number == "S1001"), m =>
        {
            m.PasswordHash = Cheap.HashPassword(null!, DemoStaff.Password);
            m.Version++;
        });

        using var visitor = await StaffDoor.SignedInAsync(host, "S1001");

        var member = (await host.UseAsync((Members all) => all.ByNumberAsync("S1001")))!;
        Assert.Equal(PasswordVerificationResult.Success, new PasswordHasher<Account>().VerifyHashedPassword(null!, member.PasswordHash, DemoStaff.Password));
        await host.Services.GetRequiredService<Sequencer>().SequenceAsync();
        Assert.Empty((await host.UseAsync(async (IServiceProvider services) => await ActivatorUtilities.CreateInstance<LedgerCheck>(services).RunAsync(TestContext.Current.CancellationToken))).Findings);
    }

    private static Task StoreAsync<T>(HallHost host, Func<HallDb, Task<T>> find, Action<T> change) => host.Services.GetRequiredService<GroupCommit>().RunAsync(HeldQueue.Who, async db =>
    {
        change(await find(db));
        db.Record(new AccountGuardChanged(Guid.NewGuid()));
    });
}
