using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OpenIddict.EntityFrameworkCore.Models;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Jobs;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Systems.OpenInterface.Clients;
using static OpenIddict.Abstractions.OpenIddictConstants;
using Authorization = OpenIddict.EntityFrameworkCore.Models.OpenIddictEntityFrameworkCoreAuthorization;

namespace Tongban.Hall.Systems.OpenInterface.SignOn;

/// <summary>A program that a person let know who he is, and what it may know.</summary>
public sealed record AllowedProgram(Client Client, IReadOnlyList<string> Scopes, DateTimeOffset Since);

public sealed record ProgramAllowed(Guid AccountId, string ClientId, IReadOnlyList<string> Scopes) : IEvent
{
    public Guid? CaseId => null;
}

public sealed record ProgramWithdrawn(Guid AccountId, string ClientId) : IEvent
{
    public Guid? CaseId => null;
}

/// <summary>Which programs a person lets know who he is. They last until he takes them back.</summary>
public sealed class Authorizations(GroupCommit commit, HallDb db, CityTime time)
{
    public async Task<IReadOnlyList<AllowedProgram>> OfAsync(Guid account)
    {
        var found = await (
            from allowed in Standing(db, account)
            join client in db.Set<Client>() on allowed.Application!.ClientId equals client.Id
            select new { client, allowed.Scopes, allowed.CreationDate }).ToListAsync();
        return [.. found.GroupBy(f => f.client.Id).Select(g => new AllowedProgram(
            g.First().client, [.. SignOnScopes.All.Keys.Where(s => g.Any(f => Read(f.Scopes).Contains(s)))], g.Min(f => f.CreationDate)!.Value))];
    }

    /// <summary>The permission that covers all of these scopes, if one was given.</summary>
    public async Task<string?> FindAsync(Guid account, string clientId, IReadOnlyCollection<string> scopes) =>
        (await Standing(db, account).Where(a => a.Application!.ClientId == clientId).OrderByDescending(a => a.CreationDate).ToListAsync())
            .FirstOrDefault(a => scopes.All(Read(a.Scopes).Contains))?.Id;

    public Task<string> AllowAsync(Guid account, string clientId, IReadOnlyList<string> scopes, Proceeding proceeding) => commit.RunAsync(proceeding, async writing =>
    {
        var allowed = new Authorization
        {
            Application = await writing.Set<OpenIddictEntityFrameworkCoreApplication>().AsTracking().SingleAsync(a => a.ClientId == clientId),
            CreationDate = time.Now.UtcDateTime, Scopes = JsonSerializer.Serialize(scopes), Status = Statuses.Valid, Subject = account.ToString(), Type = AuthorizationTypes.Permanent,
        };
        writing.Add(allowed);
        writing.Record(new ProgramAllowed(account, clientId, scopes));
        await PruneTokens.BeginAsync(writing, time.Now);
        return allowed.Id!;
    });

    /// <summary>The program is asked to forget nothing, but it learns no more: what it was given ends.</summary>
    public Task WithdrawAsync(Guid account, string clientId, Proceeding proceeding) => commit.RunAsync(proceeding, async writing =>
    {
        var standing = await Standing(writing, account).Where(a => a.Application!.ClientId == clientId).Select(a => a.Id).ToListAsync();
        if (standing.Count == 0) return;
        await writing.Set<Authorization>().Where(a => standing.Contains(a.Id)).ExecuteUpdateAsync(set => set.SetProperty(a => a.Status, Statuses.Revoked));
        await writing.Set<OpenIddictEntityFrameworkCoreToken>().Where(t => standing.Contains(t.Authorization!.Id)).ExecuteUpdateAsync(set => set.SetProperty(t => t.Status, Statuses.Revoked));
        writing.Record(new ProgramWithdrawn(account, clientId));
    });

    private static IQueryable<Authorization> Standing(HallDb from, Guid account)
    {
        var subject = account.ToString();
        return from.Set<Authorization>().Where(a => a.Subject == subject && a.Status == Statuses.Valid && a.Type == AuthorizationTypes.Permanent);
    }

    private static string[] Read(string? scopes) => scopes is null ? [] : JsonSerializer.Deserialize<string[]>(scopes)!;
}
