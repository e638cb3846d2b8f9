using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Jobs;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Services.Identity.Mandates;

/// <summary>What one side wants to sign.</summary>
public sealed record OfferOptions
{
    public required string AgentName { get; init; }

    /// <summary>GB 11643, normalised.</summary>
    public required string AgentNumber { get; init; }

    public required MandateActions Actions { get; init; }

    /// <summary>Null: all.</summary>
    public IReadOnlyList<string>? Items { get; init; }

    public required DateOnly? Until { get; init; }
}

/// <summary>Gives, accepts and ends mandates. Who gives one is the party: a person for himself, or an organisation by its legal representative.</summary>
public sealed class Mandates(GroupCommit commit, HallDb db, Representation representation, PackageStore packages, CityTime time)
{
    /// <summary>Of one party; more are of no use to anybody.</summary>
    public const int Most = 2000;

    public const int PageSize = 20;

    /// <summary>The words of what is to be signed.</summary>
    public async Task<MandateText> TextAsync(OfferOptions options, Party party) => await TextAsync(new Mandate
    {
        PartyId = party.Id, PartyKind = party.Kind, AgentName = options.AgentName, AgentNumber = options.AgentNumber, Kind = KindFor(party), Actions = options.Actions,
        Items = Items(options), From = time.Today, Until = options.Until, TextHash = "",
    });

    public async Task<MandateText> TextAsync(Mandate mandate)
    {
        var (name, number) = await representation.NameAsync(mandate.PartyId, mandate.PartyKind);
        return new MandateText(name, MandateText.Masked(mandate.PartyKind, number), mandate.AgentName, MandateText.Masked(PartyKind.Person, mandate.AgentNumber),
            mandate.Kind, mandate.Actions, mandate.ItemIds is { } items ? [.. items.Select(NameOf)] : null, mandate.From, mandate.Until);
    }

    /// <summary>The party signs. Whether the number has an account is told to nobody: whoever bears it finds the offer.</summary>
    /// <param name="textHash">Of the words that were shown.</param>
    public async Task<Outcome<Mandate>> OfferAsync(OfferOptions options, Party party, string textHash, Proceeding proceeding)
    {
        if ((await TextAsync(options, party)).Hash != textHash) return Refusals.MandateChanged;
        var id = Ids.Next(time.Now);
        return await commit.RunAsync<Outcome<Mandate>>(proceeding, async writing =>
        {
            if (await RefuseGiverAsync(writing, party, proceeding) is { } refusal) return refusal;
            var agent = await People.ByNumberAsync(writing, options.AgentNumber);
            if (proceeding.Actor.Id == agent?.Id.ToString()) return Refusals.MandateSelf;
            var index = writing.IndexOf<Mandate>(nameof(Mandate.AgentIndex), options.AgentNumber);
            var living = writing.Set<Mandate>().Where(m => m.PartyId == party.Id && (m.State == MandateState.Active || m.State == MandateState.Offered) && (m.Until == null || m.Until >= time.Today));
            if (await living.AnyAsync(m => m.AgentIndex == index)) return Refusals.MandateExists;
            if (await living.CountAsync() >= Most) return Refusals.MandatesFull;
            var mandate = new Mandate
            {
                Id = id, PartyId = party.Id, PartyKind = party.Kind, AgentName = options.AgentName, AgentNumber = options.AgentNumber, Kind = KindFor(party), State = MandateState.Offered,
                Actions = options.Actions, Items = Items(options), From = time.Today, Until = options.Until, GivenBy = Guid.Parse(proceeding.Actor.Id), TextHash = textHash, OfferedAt = proceeding.At,
            };
            writing.Add(mandate);
            writing.Record(new MandateOffered(id, party.Id, mandate.Kind.ToString(), textHash));
            if (agent?.Name == options.AgentName) writing.Enqueue(new TellOwner(agent.Id, OwnerNews.MandateOffered, id), time.Now);
            return mandate;
        });
    }

    /// <summary>The other side signs the same words, or says no.</summary>
    public async Task<Outcome<Mandate>> AnswerAsync(Guid id, Guid accountId, bool accept, string textHash, Proceeding proceeding)
    {
        if ((await OfAgentAsync(accountId)).SingleOrDefault(m => m.Id == id) is not { } offer) return Refusals.MandateUnknown;
        if (accept && (await TextAsync(offer)).Hash != offer.TextHash) return Refusals.MandateChanged;
        return await commit.RunAsync<Outcome<Mandate>>(proceeding, async writing =>
        {
            var mandate = await writing.Set<Mandate>().AsTracking().SingleAsync(m => m.Id == id);
            if (!mandate.LivesOn(time.Today) || mandate.State != MandateState.Offered) return Refusals.MandateAnswered;
            if (accept && mandate.TextHash != textHash) return Refusals.MandateChanged;
            if (accept && await TooLowAsync(writing, accountId)) return Refusals.LevelTooLow;
            (mandate.AgentId, mandate.AnsweredAt, mandate.State) = (accountId, proceeding.At, accept ? MandateState.Active : MandateState.Declined);
            mandate.Version++;
            writing.Record(new MandateAnswered(id, mandate.PartyId, accept, mandate.TextHash));
            if (mandate.GivenBy is { } giver) writing.Enqueue(new TellOwner(giver, accept ? OwnerNews.MandateAccepted : OwnerNews.MandateDeclined, id), time.Now);
            return mandate;
        });
    }

    /// <summary>Ends one from either side; at once, also for who is just acting by it.</summary>
    public Task<Outcome<Mandate>> EndAsync(Guid id, Party? giver, Guid? agentId, Proceeding proceeding) => commit.RunAsync<Outcome<Mandate>>(proceeding, async writing =>
    {
        var mandate = await writing.Set<Mandate>().AsTracking().SingleOrDefaultAsync(m => m.Id == id);
        var byParty = giver is not null && mandate?.PartyId == giver.Id;
        // Who represents an organisation is for the register to say.
        if (mandate is null || mandate.Kind == MandateKind.LegalRepresentative || !byParty && (agentId is null || mandate.AgentId != agentId)) return Refusals.MandateUnknown;
        if (byParty && await RefuseGiverAsync(writing, giver!, proceeding) is { } refusal) return refusal;
        if (mandate.State is MandateState.Ended or MandateState.Declined) return Refusals.MandateAnswered;
        mandate.End(byParty ? MandateEnd.ByParty : MandateEnd.ByAgent, time.Now);
        writing.Record(new MandatesEnded([id], mandate.EndedFor.ToString()!));
        var other = byParty ? mandate.AgentId : mandate.GivenBy;
        if (other is { } told && mandate.Kind != MandateKind.Guardian) writing.Enqueue(new TellOwner(told, OwnerNews.MandateEnded, id), time.Now);
        return mandate;
    });

    /// <summary>Those that a party has given, the newest first.</summary>
    /// <param name="before">The last of the page before; null: the first page.</param>
    public async Task<IReadOnlyList<Mandate>> GivenByAsync(Guid partyId, Guid? before = null) => await db.Set<Mandate>()
        .Where(m => m.PartyId == partyId && (before == null || m.Id < before)).OrderByDescending(m => m.Id).Take(PageSize + 1).ToListAsync();

    public Task<int> CountLivingAsync(Guid partyId) => db.Set<Mandate>()
        .CountAsync(m => m.PartyId == partyId && (m.State == MandateState.Active || m.State == MandateState.Offered) && (m.Until == null || m.Until >= time.Today));

    /// <summary>What is offered to this person, and what he has or had.</summary>
    public async Task<IReadOnlyList<Mandate>> OfAgentAsync(Guid accountId)
    {
        var account = await db.Set<Account>().SingleAsync(a => a.Id == accountId);
        var index = db.IndexOf<Mandate>(nameof(Mandate.AgentIndex), account.CitizenNumber);
        var all = await db.Set<Mandate>().Where(m => m.AgentIndex == index).OrderByDescending(m => m.Id).Take(200).ToListAsync();
        return [.. all.Where(m => m.AgentId == accountId || m.State == MandateState.Offered && m.AgentName == account.Name && m.LivesOn(time.Today))];
    }

    /// <summary>One that concerns this person as giver or agent; null: none.</summary>
    public async Task<Mandate?> FindAsync(Guid id, Guid partyId, Guid accountId) =>
        await db.Set<Mandate>().SingleOrDefaultAsync(m => m.Id == id) is { } found && (found.PartyId == partyId || (await OfAgentAsync(accountId)).Any(m => m.Id == id)) ? found : null;

    public Text NameOf(string item) => packages.Find(item)?.Name ?? new Text(item, item);

    // The organisation's word is its legal representative's; a person's word is his own.
    private async Task<Refusal?> RefuseGiverAsync(HallDb writing, Party party, Proceeding proceeding)
    {
        if (await TooLowAsync(writing, Guid.Parse(proceeding.Actor.Id))) return Refusals.LevelTooLow;
        if (party.Kind == PartyKind.Person) return proceeding.For is null && proceeding.Actor.Id == party.Id.ToString() ? null : Refusals.NotYoursToGive;
        if (writing.Forbids(MandateActions.All, null) is not null || proceeding.For?.PartyId != party.Id) return Refusals.NotYoursToGive;
        return await writing.Set<Mandate>().AnyAsync(m => m.Id == proceeding.For.MandateId && m.Kind == MandateKind.LegalRepresentative) ? null : Refusals.NotYoursToGive;
    }

    // Whoever only says who he is binds nobody.
    private static Task<bool> TooLowAsync(HallDb writing, Guid accountId) => writing.Set<Account>().AnyAsync(a => a.Id == accountId && a.RealNameLevel < RealNameLevel.Checked);

    private static MandateKind KindFor(Party party) => party.Kind == PartyKind.Organisation ? MandateKind.Agent : MandateKind.Proxy;

    private static string Items(OfferOptions options) => options.Items is null ? "" : string.Join(',', options.Items.Order(StringComparer.Ordinal));
}
