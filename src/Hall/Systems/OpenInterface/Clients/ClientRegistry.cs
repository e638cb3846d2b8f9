using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Proceedings;
using Application = OpenIddict.EntityFrameworkCore.Models.OpenIddictEntityFrameworkCoreApplication;

namespace Tongban.Hall.Systems.OpenInterface.Clients;

/// <summary>Registers programs, changes what they may do, ends them.</summary>
public sealed class ClientRegistry(GroupCommit commit, HallDb db, CityTime time, IOptions<HallOptions> options)
{
    /// <summary>Returns the secret: it is shown this once and kept as a hash.</summary>
    public async Task<Outcome<string>> RegisterAsync(NewClient asked, Proceeding proceeding)
    {
        if (ClientRules.Faults(asked, options.Value.Demo) is { Count: > 0 } faults) return Refusals.Invalid(faults);
        var secret = ClientSecret.New();
        return await commit.RunAsync<Outcome<string>>(proceeding, async writing =>
        {
            if (await writing.Set<Client>().AnyAsync(c => c.Id == asked.Id)) return Refusals.ClientTaken;
            Write(writing, asked, secret, time.Now);
            return secret;
        });
    }

    /// <summary>The same as part of another step.</summary>
    internal static void Write(HallDb writing, NewClient asked, string secret, DateTimeOffset now)
    {
        writing.Add(new Client
        {
            Id = asked.Id, Owner = asked.Owner, OwnerName = asked.OwnerName, NameZh = asked.Name.Zh, NameEn = asked.Name.En,
            ForStaff = asked.ForStaff, WhyZh = asked.Why.Zh, WhyEn = asked.Why.En, RegisteredAt = now, Version = 1,
        });
        writing.Add(ClientApplication.Of(asked, secret));
        writing.Record(new ClientRegistered(asked.Id, asked.Terms.Scopes));
    }

    public async Task<Outcome<bool>> ChangeAsync(string id, ClientTerms terms, Proceeding proceeding)
    {
        if (await db.Set<Client>().SingleOrDefaultAsync(c => c.Id == id) is not { } known) return Refusals.ClientUnknown;
        if (ClientRules.Faults(terms, known.ForStaff, options.Value.Demo) is { Count: > 0 } faults) return Refusals.Invalid(faults);
        return await StepAsync(id, proceeding, true, (_, application, writing) =>
        {
            ClientApplication.Set(application, terms);
            writing.Record(new ClientChanged(id, terms.Scopes));
        });
    }

    /// <summary>The secret before is good no more.</summary>
    public Task<Outcome<string>> RenewSecretAsync(string id, Proceeding proceeding)
    {
        var secret = ClientSecret.New();
        return StepAsync(id, proceeding, secret, (_, application, writing) =>
        {
            application.ClientSecret = ClientSecret.Hash(secret);
            writing.Record(new ClientSecretRenewed(id));
        });
    }

    /// <summary>Suspends, takes back, or ends for ever. Whatever tokens it has open nothing from now on.</summary>
    public Task<Outcome<bool>> SetStateAsync(string id, ClientState state, Proceeding proceeding) => StepAsync(id, proceeding, true, (client, application, writing) =>
    {
        client.State = state;
        ClientApplication.Open(application, state == ClientState.Active);
        writing.Record(new ClientStateChanged(id, state));
    });

    public async Task<IReadOnlyList<Client>> AllAsync() => await db.Set<Client>().OrderBy(c => c.Id).ToListAsync();

    public async Task<ClientView?> FindAsync(string id) => await (
        from client in db.Set<Client>()
        join application in db.Set<Application>() on client.Id equals application.ClientId
        where client.Id == id
        select new { client, application }).SingleOrDefaultAsync() is { } found ? new ClientView(found.client, ClientApplication.TermsOf(found.application)) : null;

    /// <summary>Whether what it was given still opens doors.</summary>
    public Task<bool> IsActiveAsync(string id) => db.Set<Client>().AnyAsync(c => c.Id == id && c.State == ClientState.Active);

    private Task<Outcome<T>> StepAsync<T>(string id, Proceeding proceeding, T result, Action<Client, Application, HallDb> change) =>
        commit.RunAsync<Outcome<T>>(proceeding, async writing =>
        {
            if (await writing.Set<Client>().AsTracking().SingleOrDefaultAsync(c => c.Id == id && c.State != ClientState.Ended) is not { } client) return Refusals.ClientUnknown;
            var application = await writing.Set<Application>().AsTracking().SingleAsync(a => a.ClientId == id);
            client.Version++;
            application.ConcurrencyToken = Guid.NewGuid().ToString();
            change(client, application, writing);
            return result;
        });
}
