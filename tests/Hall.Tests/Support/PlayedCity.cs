using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tongban.Hall.Cases;
using Tongban.Hall.Demo;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Jobs;
using Tongban.Hall.Platform;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Services.Identity.Privacy;
using Tongban.Hall.Services.Identity.Staff;
using Tongban.Hall.Services.Identity.Staff.Factor;
using Tongban.Hall.Services.Identity.Window;
using Tongban.Hall.Services.Identity.Mandates;
using Tongban.Hall.Services.Identity.Kiosks;
using Tongban.Hall.Services.Identity.Mobiles;
using Tongban.Hall.Services.Identity.Organisations;
using Tongban.Hall.Services.Identity.Passkeys;
using Tongban.Hall.Services.Identity.Passwords;
using Tongban.Hall.Services.Identity.RealName;
using Tongban.Hall.Services.Identity.Upstream;
using Tongban.Hall.Services.Licences;
using Tongban.Hall.Services.Notices;
using Tongban.Hall.Services.Supervision.Ledger;

namespace Tongban.Hall.Tests.Support;

/// <summary>A hall in which so much has happened that every covered table has rows, and in the second act
/// every kind of row that may change or go has done so.</summary>
public sealed class PlayedCity : IDisposable
{
    private static readonly byte[] Pdf = System.Text.Encoding.ASCII.GetBytes("%PDF-1.4\n%%EOF\n");

    private readonly HallHost host;
    private readonly Visitor lin, zhou;
    private readonly Graduate first, second, draft;
    private readonly List<MobileChange> changes = [];
    private readonly List<Passkey> passkeys = [];
    private CaseFile gone = null!;
    private BoundFirm firm = null!;
    private Mandate agent = null!;

    private PlayedCity(HallHost host)
    {
        this.host = host;
        (lin, zhou) = (new Visitor(host.Address), new Visitor(host.Address));
        (first, second, draft) = (new Graduate(host), new Graduate(host, "周子涵"), new Graduate(host));
    }

    public static async Task<PlayedCity> PlayAsync(HallHost host)
    {
        var city = new PlayedCity(host);
        await city.TwoAreGrantedAndRateAsync();
        foreach (var referred in new[] { "罗文博", "黄嘉敏" }) await (await new Graduate(host, referred).FillInAsync()).SubmitAsync(askPerson: true);
        await city.FilesAreUploadedAsync();
        await city.TwoSignInAsync();
        await city.TheyGuardTheirAccountsAsync();
        await city.TwoFirmsAreBoundAsync();
        await city.DrawAsync(city.first);
        await city.SequenceAsync();
        return city;
    }

    /// <summary>The second act: everything that may change changes.</summary>
    public async Task ChangeAsync()
    {
        await host.UseAsync((Applications applications) => applications.RemoveAsync(draft.CaseId, draft.AccountId, gone.Id, draft.Who));
        await draft.SaveAsync(new() { ["手机号码"] = "13911111111" });
        await zhou.PostAsync("/signout", "/my");
        await TheirGuardsChangeAsync();
        await DrawAsync(second);
        var message = await host.UseAsync((HallDb db) => db.Set<Message>().Where(m => m.CaseId == second.CaseId).Select(m => m.Id).SingleAsync());
        await host.UseAsync(async (Hall.Services.Notices.Notices notices) =>
        {
            await notices.MarkReadAsync(second.AccountId, message, second.Who);
            return true;
        });
        await SequenceAsync();
    }

    public void Dispose()
    {
        lin.Dispose();
        zhou.Dispose();
    }

    private async Task TwoAreGrantedAndRateAsync()
    {
        foreach (var graduate in new[] { first, second })
        {
            await graduate.FillInAsync();
            Assert.Equal(CaseState.Closed, (await graduate.SubmitAsync()).Value!.State);
            await host.UseAsync((CaseFiles files) => files.RateAsync(graduate.CaseId, graduate.AccountId, 5, "好", graduate.Who));
        }
    }

    private async Task FilesAreUploadedAsync()
    {
        await draft.FillInAsync("直系亲属");
        foreach (var number in new byte[] { 1, 2, 3 }) gone = (await draft.AttachAsync([.. Pdf, number])).Value!;
    }

    private async Task TwoSignInAsync()
    {
        var people = await host.UseAsync((HallDb db) => db.Set<Account>().Where(a => a.Id == first.AccountId || a.Id == second.AccountId).ToListAsync());
        foreach (var account in people)
            Assert.Equal("/my", (await (account.Id == first.AccountId ? lin : zhou).SignInAsync(account.CitizenNumber, DemoCity.Password)).Location);
        var post = await host.UseAsync((HallDb db) => db.Set<Post>().FirstAsync());
        // No verb writes these yet, or none that is played here; the tables are covered all the same.
        foreach (var account in people)
            await host.Services.GetRequiredService<GroupCommit>().RunAsync(HeldQueue.Who, db =>
            {
                db.Add(new Kiosk { Id = Guid.NewGuid(), Name = "民治 1 号", OfficeId = post.OfficeId, PublicKey = account.Id.ToByteArray(), KeyHash = $"{account.Id:N}", RegisteredAt = HeldQueue.Who.At });
                db.Add(new Binding { Issuer = "https://upstream.example/", Subject = $"{account.Id:N}", AccountId = account.Id, BoundAt = HeldQueue.Who.At });
                db.Add(new IdentityUserToken<Guid> { LoginProvider = "gd", Name = "t", Value = $"{account.Id:N}", UserId = account.Id });
                var (id, at) = (Guid.NewGuid(), HeldQueue.Who.At);
                db.Add(new DataExport { Id = id, AccountId = account.Id, AskedAt = at });
                db.Add(new AccountClosing { Id = id, AccountId = account.Id, AskedAt = at, DueAt = at + AccountClosing.CoolingOff });
                db.Add(new AccessRecord { Id = id, PartyId = account.Id, CaseId = id, SessionId = id, MemberId = id, OfficeId = id, At = at, Kind = AccessKind.Read, Reason = "核对" });
                db.Add(new StaffSession { Id = id, MemberId = post.MemberId, PostId = post.Id, StartedAt = at, Device = "Kiosk" });
                db.Add(new Substitution { Id = id, PostId = post.Id, SubstituteId = post.MemberId, From = new(2026, 1, 1), Until = new DateOnly(2026, 1, 2).AddDays(people.IndexOf(account)) });
                db.Add(new RecoveryCode { Id = id, MemberId = post.MemberId, Hash = $"{id:N}", IssuedAt = at });
                db.Add(new FactorReset { Id = id, MemberId = post.MemberId, AskedBy = post.MemberId, AskedAt = at, Reason = $"换手机 {account.Id}" });
                db.Add(new WindowVisit { Id = id, AccountId = account.Id, MemberId = post.MemberId, OfficeId = post.OfficeId, At = at, Act = WindowAct.Found, Papers = nameof(Paper.IdentityCard) });
                db.Add(new FirstSlip { Id = id, AccountId = account.Id, Hash = $"{id:N}", PrintedAt = at });
                db.Add(new Consent { Id = id, AccountId = account.Id, Purpose = ConsentPurpose.Sms, Given = true, TextHash = Consents.Texts[ConsentPurpose.Sms].Hash, At = at });
                db.Record(new AccountGuardChanged(account.Id));
            });
    }

    /// <summary>Each is asked about, adds a passkey and asks for another mobile.</summary>
    private async Task TheyGuardTheirAccountsAsync()
    {
        foreach (var graduate in new[] { first, second })
        {
            var account = (await host.UseAsync((Accounts accounts) => accounts.FindAsync(graduate.AccountId)))!;
            await host.UseAsync((RealNames names) => names.CheckAsync(new CheckOptions
            {
                SubjectId = account.Id, CitizenNumber = account.CitizenNumber, Name = account.Name, Proofs = [new Proof(ProofKind.Mobile, account.PhoneNumber!)], Purpose = new("核对", "A check"),
            }, graduate.Who));
            changes.Add(await host.UseAsync((MobileChanges mobiles) => mobiles.AskAsync(account, "13911110000", graduate.Who)));
            // No authenticator is about: the key is made up.
            var passkey = new Passkey { Id = Guid.NewGuid(), AccountId = account.Id, CredentialId = Guid.NewGuid().ToByteArray(), PublicKey = [1, 2, 3], Name = "手机", AddedAt = CityTime.Cut(graduate.Who.At) };
            passkeys.Add(passkey);
            await host.Services.GetRequiredService<GroupCommit>().RunAsync(graduate.Who, db =>
            {
                db.Add(passkey);
                db.Record(new PasskeyAdded(account.Id, passkey.Id));
            });
        }
    }

    /// <summary>Each has a representative, and one has an agent.</summary>
    private async Task TwoFirmsAreBoundAsync()
    {
        firm = await BoundFirm.BindAsync(host);
        agent = await firm.AppointAsync();
        var other = await Residents.NamedAsync(host, BoundFirm.Successor);
        Assert.True((await host.UseAsync((Organisations o) => o.BindAsync(BoundFirm.Demo(host, 2).Code, other, BoundFirm.Own(host, other)))).Ok);
    }

    private async Task TheirGuardsChangeAsync()
    {
        Assert.True((await firm.EndAsync(agent)).Ok);
        await host.UseAsync(async (Passwords passwords) =>
        {
            await passwords.SetAsync(new SetPasswordOptions { AccountId = first.AccountId, Hash = "another" }, first.Who);
            return true;
        });
        await host.UseAsync(async (MobileChanges mobiles) =>
        {
            await mobiles.ConfirmAsync(first.AccountId, changes[0].Id, first.Who);
            return true;
        });
        await host.UseAsync(async (Passkeys keys) =>
        {
            await keys.RemoveAsync(first.AccountId, passkeys[0].Id, first.Who);
            return true;
        });
    }

    private async Task DrawAsync(Graduate graduate) => await host.UseAsync(async (Documents documents) => await documents.PdfAsync(
        await host.UseAsync((HallDb db) => db.Set<IssuedDocument>().Where(d => d.CaseId == graduate.CaseId).OrderBy(d => d.Id).Select(d => d.Id).FirstAsync())));

    // What owners are told comes in the background, and is in the ledger too.
    private async Task SequenceAsync()
    {
        await HallHost.UntilAsync(async () => await host.UseAsync((HallDb db) => db.Set<Job>().AnyAsync(j => j.Kind == nameof(TellOwner) && j.State == JobState.Waiting)) ? null : "all told");
        await host.Services.GetRequiredService<Sequencer>().SequenceAsync();
    }
}
