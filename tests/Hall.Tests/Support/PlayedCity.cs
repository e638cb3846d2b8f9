using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tongban.Hall.Cases;
using Tongban.Hall.Demo;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Services.Identity;
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
    private CaseFile gone = null!;

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
        await host.UseAsync(async (UserManager<Account> accounts) => await accounts.AccessFailedAsync((await accounts.FindByIdAsync(first.AccountId.ToString()))!));
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
        // No verb writes these yet; the tables are covered all the same.
        foreach (var account in people)
            await host.Services.GetRequiredService<GroupCommit>().RunAsync(HeldQueue.Who, db =>
            {
                db.Add(new IdentityUserLogin<Guid> { LoginProvider = "gd", ProviderKey = $"{account.Id:N}", ProviderDisplayName = "粤省事", UserId = account.Id });
                db.Add(new IdentityUserToken<Guid> { LoginProvider = "gd", Name = "t", Value = $"{account.Id:N}", UserId = account.Id });
                db.Record(new AccountGuardChanged(account.Id));
            });
    }

    private async Task DrawAsync(Graduate graduate) => await host.UseAsync(async (Documents documents) => await documents.PdfAsync(
        await host.UseAsync((HallDb db) => db.Set<IssuedDocument>().Where(d => d.CaseId == graduate.CaseId).OrderBy(d => d.Id).Select(d => d.Id).FirstAsync())));

    private Task SequenceAsync() => host.Services.GetRequiredService<Sequencer>().SequenceAsync();
}
