using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Tongban.Codes;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Exchange;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Services.Identity.Organisations;
using Tongban.Hall.Services.Identity.Privacy;

namespace Tongban.Hall.Cases;

/// <summary>Gathers what a case stands on: the applicant, the answers, and what the registers said.</summary>
public sealed class CaseGrounds(Exchange exchange, Consents consents, HallDb db, CityTime time)
{
    /// <param name="handlerId">Whose mobile is told of an organisation's case.</param>
    public async Task<Applicant> ApplicantAsync(Guid partyId, PartyKind kind, Guid? handlerId = null) =>
        kind == PartyKind.Person ? await PersonAsync(partyId) : await OrganisationAsync(partyId, handlerId);

    private async Task<Applicant> OrganisationAsync(Guid id, Guid? handlerId)
    {
        var body = await db.Set<Organisation>().SingleAsync(o => o.Id == id);
        var handler = await db.Set<Account>().SingleOrDefaultAsync(a => a.Id == handlerId);
        return new Applicant { Kind = PartyKind.Organisation, Name = body.Name, Number = body.Uscc, Mobile = handler?.PhoneNumber };
    }

    private async Task<Applicant> PersonAsync(Guid accountId)
    {
        var account = await db.Set<Account>().SingleAsync(a => a.Id == accountId);
        CitizenNumber.TryParse(account.CitizenNumber, time.Today, out var number, out _);
        return new Applicant
        {
            Name = account.Name,
            Number = account.CitizenNumber,
            BirthDate = number?.BirthDate,
            Sex = number is null ? null : number.IsMale ? "男" : "女",
            Mobile = account.PhoneNumber,
            Email = account.Email,
        };
    }

    /// <summary>What is known now, without asking anybody.</summary>
    public async Task<Grounds> OfAsync(ServicePackage package, Case @case)
    {
        var newest = await exchange.NewestAsync(@case.Id);
        return new Grounds
        {
            Today = time.Today,
            Now = time.Now,
            Applicant = await ApplicantAsync(@case.ApplicantId, @case.ApplicantKind, @case.HandlerId),
            Answers = JsonNode.Parse(@case.Answers)!.AsObject(),
            Facts = FactsOf(package, newest),
        };
    }

    /// <summary>The same for filling in a form: what registers said only if the applicant has not withdrawn that.</summary>
    public async Task<Grounds> ForPrefillAsync(ServicePackage package, Case @case)
    {
        var grounds = await OfAsync(package, @case);
        return (await consents.LookUpsAsync(@case.ApplicantId) & NeededFor.Prefill) != 0 ? grounds : grounds with { Facts = new Dictionary<string, RegistryFact>() };
    }

    /// <summary>Asks the registers whose answer is missing, unusable or older than the package allows.</summary>
    /// <param name="margin">Ask also what would become too old within this time.</param>
    public async Task RefreshAsync(ServicePackage package, Case @case, NeededFor use, TimeSpan margin, Proceeding proceeding, CancellationToken stop = default)
    {
        var newest = await exchange.NewestAsync(@case.Id);
        var oldest = time.Now + margin - TimeSpan.FromMinutes(package.Instant?.FactsMaxAgeMinutes ?? 24 * 60);
        var due = package.Registries.Where(r => (r.NeededFor & use) != 0
            && (!newest.TryGetValue(r.Registry, out var known) || known.At < oldest
                || known.Status is LookupStatus.Unavailable or LookupStatus.Untrusted)).ToList();
        if (due.Count == 0) return;
        stop.ThrowIfCancellationRequested();
        var applicant = await ApplicantAsync(@case.ApplicantId, @case.ApplicantKind);
        await exchange.LookUpAsync(new LookUpOptions
        {
            CaseId = @case.Id,
            SubjectId = @case.ApplicantId,
            Number = applicant.Number!,
            Name = applicant.Name,
            Requests = [.. due.Select(r => new RegistryRequest(r.Registry, r.Purpose.Zh, r.Purpose.En, [.. r.Fields.Select(f => f.Path.Split('.')[0]).Distinct()]))],
        }, proceeding);
    }

    private static Dictionary<string, RegistryFact> FactsOf(ServicePackage package, IReadOnlyDictionary<string, Services.Exchange.Lookup> newest)
    {
        var facts = new Dictionary<string, RegistryFact>();
        foreach (var registry in package.Registries)
            if (newest.TryGetValue(registry.Registry, out var lookup))
                facts[registry.Name] = lookup.Status switch
                {
                    LookupStatus.Found => new RegistryFact(FactState.Found, registry.Read(JsonNode.Parse(lookup.Record!)), lookup.At),
                    LookupStatus.NotFound => RegistryFact.NotFound with { AsOf = lookup.At },
                    _ => RegistryFact.Unavailable with { AsOf = lookup.At },
                };
        return facts;
    }
}
