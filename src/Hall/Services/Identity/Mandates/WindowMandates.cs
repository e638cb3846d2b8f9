using Microsoft.EntityFrameworkCore;
using Tongban.Codes;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Jobs;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Services.Identity.Mandates;

public sealed record PaperMandateOptions
{
    /// <summary>Whose affairs they are: a child, or somebody who does not come online.</summary>
    public required string PartyName { get; init; }

    /// <summary>GB 11643, normalised.</summary>
    public required string PartyNumber { get; init; }

    public required string AgentName { get; init; }
    public required string AgentNumber { get; init; }

    /// <summary>Guardian or proxy.</summary>
    public required MandateKind Kind { get; init; }

    public required MandateActions Actions { get; init; }
    public IReadOnlyList<string>? Items { get; init; }

    /// <summary>Of a minor's guardian at the latest the day before he is eighteen.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Which originals were seen.</summary>
    public required string Papers { get; init; }
}

/// <summary>窗口登记的授权: a member of staff saw both and the papers. The party is told, where he can be reached.</summary>
public sealed class WindowMandates(GroupCommit commit, HallDb db, CityTime time)
{
    // 民法典 art. 17.
    private const int OfAge = 18;

    public async Task<Outcome<Mandate>> EnterAsync(PaperMandateOptions options, Proceeding proceeding)
    {
        if (proceeding.Actor.Kind != ActorKind.Staff) return Refusals.StaffOnly;
        if (options.PartyNumber == options.AgentNumber) return Refusals.MandateSelf;
        if (!CitizenNumber.TryParse(options.PartyNumber, time.Today, out var number, out _)) return Refusals.AccountUnknown;
        var (mandateId, wardId) = (Ids.Next(time.Now), Ids.Next(time.Now));
        return await commit.RunAsync<Outcome<Mandate>>(proceeding, async writing =>
        {
            if (await People.ByNumberAsync(writing, options.AgentNumber) is not { } agent) return Refusals.AccountUnknown;
            var party = await People.ByNumberAsync(writing, options.PartyNumber);
            if (agent.Name != options.AgentName || party is not null && party.Name != options.PartyName) return Refusals.NameDiffers;
            party ??= OpenWard(writing, options, wardId);
            if (await writing.Set<Mandate>().AnyAsync(m => m.PartyId == party.Id && m.AgentId == agent.Id && m.State == MandateState.Active && (m.Until == null || m.Until >= time.Today))) return Refusals.MandateExists;
            var mandate = new Mandate
            {
                Id = mandateId, PartyId = party.Id, PartyKind = PartyKind.Person, AgentId = agent.Id, AgentName = agent.Name, AgentNumber = agent.CitizenNumber, Kind = options.Kind,
                State = MandateState.Active, Actions = options.Actions, Items = options.Items is null ? "" : string.Join(',', options.Items.Order(StringComparer.Ordinal)),
                From = time.Today, Until = LastDay(options, number), GivenBy = Guid.Parse(proceeding.Actor.Id), TextHash = "", Papers = options.Papers,
                OfferedAt = proceeding.At, AnsweredAt = proceeding.At,
            };
            writing.Add(mandate);
            writing.Record(new MandateEntered(mandate.Id, party.Id, mandate.Kind.ToString()));
            foreach (var told in new[] { party, agent })
                if (told.PhoneNumberConfirmed) writing.Enqueue(new TellOwner(told.Id, OwnerNews.MandateAccepted, mandate.Id), time.Now);
            return mandate;
        });
    }

    /// <summary>Those by which others act for a person now.</summary>
    /// <param name="partyNumber">GB 11643, normalised.</param>
    public async Task<IReadOnlyList<Mandate>> OfAsync(string partyNumber)
    {
        if (await People.ByNumberAsync(db, partyNumber) is not { } party) return [];
        var all = await db.Set<Mandate>().Where(m => m.PartyId == party.Id && m.State == MandateState.Active).OrderBy(m => m.Id).Take(50).ToListAsync();
        return [.. all.Where(m => m.HoldsOn(time.Today))];
    }

    /// <summary>Ends one at the window, on the word of the party or its guardian.</summary>
    public Task<Outcome<Mandate>> EndAsync(Guid id, Proceeding proceeding) => commit.RunAsync<Outcome<Mandate>>(proceeding, async writing =>
    {
        if (proceeding.Actor.Kind != ActorKind.Staff) return Refusals.StaffOnly;
        var mandate = await writing.Set<Mandate>().AsTracking().SingleOrDefaultAsync(m => m.Id == id && m.PartyKind == PartyKind.Person);
        if (mandate is null) return Refusals.MandateUnknown;
        if (mandate.State is MandateState.Ended or MandateState.Declined) return Refusals.MandateAnswered;
        mandate.End(MandateEnd.AtWindow, time.Now);
        writing.Record(new MandatesEnded([id], MandateEnd.AtWindow.ToString()));
        return mandate;
    });

    // Nobody can sign in to it: it has neither password nor mobile.
    private Account OpenWard(HallDb writing, PaperMandateOptions options, Guid id)
    {
        var ward = Accounts.Make(new OpenAccountOptions { Id = id, Name = options.PartyName, CitizenNumber = options.PartyNumber, Mobile = null, Level = RealNameLevel.Checked }, time.Now);
        writing.Add(ward);
        writing.Record(new AccountOpened(ward.Id, ward.RealNameLevel));
        return ward;
    }

    private DateOnly? LastDay(PaperMandateOptions options, CitizenNumber number)
    {
        var eve = number.BirthDate.AddYears(OfAge).AddDays(-1);
        return options.Kind != MandateKind.Guardian || eve < time.Today ? options.Until : options.Until is { } given && given < eve ? given : eve;
    }
}
