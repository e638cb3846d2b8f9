using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tongban.Hall.Cases;
using Tongban.Hall.Demo;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Services.Identity.Mandates;
using Tongban.Hall.Services.Identity.Organisations;
using Tongban.Sandbox.Firms;

namespace Tongban.Hall.Tests.Support;

/// <summary>A demo firm that its legal representative has bound, and those who act for it.</summary>
public sealed class BoundFirm(HallHost host, Account head, Mandate mandate)
{
    public const string Item = "registration-certificate", Head = "方志远", Clerk = "唐雪", Successor = "潘国栋";

    public Account Representative => head;
    public Mandate Mandate => mandate;
    public Party Party => mandate.Party;

    public static DateOnly Today(HallHost host) => DateOnly.FromDateTime(Now(host).AddHours(8).DateTime);

    private static DateTimeOffset Now(HallHost host) => host.Services.GetRequiredService<TimeProvider>().GetUtcNow();

    public static Firm Demo(HallHost host, int index = 0) => DemoFirms.Of(Today(host))[index];

    public static async Task<BoundFirm> BindAsync(HallHost host)
    {
        var head = await Residents.NamedAsync(host, Head);
        var bound = await host.UseAsync((Organisations o) => o.BindAsync(Demo(host).Code, head, Own(host, head)));
        return new BoundFirm(host, head, bound.Value!);
    }

    /// <summary>Both sides sign.</summary>
    public async Task<Mandate> AppointAsync(string name = Clerk, MandateActions actions = MandateActions.All, IReadOnlyList<string>? items = null, DateOnly? until = null)
    {
        var agent = await Residents.NamedAsync(host, name);
        var offer = await OfferAsync(agent, actions, items, until);
        return (await host.UseAsync((Tongban.Hall.Services.Identity.Mandates.Mandates m) => m.AnswerAsync(offer.Id, agent.Id, accept: true, offer.TextHash, Own(host, agent)))).Value!;
    }

    public async Task<Mandate> OfferAsync(Account agent, MandateActions actions = MandateActions.All, IReadOnlyList<string>? items = null, DateOnly? until = null)
    {
        var options = new OfferOptions { AgentName = agent.Name, AgentNumber = agent.CitizenNumber, Actions = actions, Items = items, Until = until ?? Today(host).AddYears(1) };
        return (await host.UseAsync(async (Tongban.Hall.Services.Identity.Mandates.Mandates m) =>
            await m.OfferAsync(options, Party, (await m.TextAsync(options, Party)).Hash, By(head, mandate)))).Value!;
    }

    public Task<Tongban.Hall.Platform.Outcomes.Outcome<Mandate>> EndAsync(Mandate one) =>
        host.UseAsync((Tongban.Hall.Services.Identity.Mandates.Mandates m) => m.EndAsync(one.Id, Party, null, By(head, mandate)));

    /// <summary>What this person does for the firm.</summary>
    public Proceeding By(Account person, Mandate his) => Own(host, person) with { For = new Behalf(his.PartyId, his.Id) };

    public static Proceeding Own(HallHost host, Account person) => new(new Actor(ActorKind.Citizen, person.Id.ToString()), Now(host));

    /// <summary>A browser in which this person has signed in and acts by the mandate.</summary>
    public static async Task<Visitor> ActingAsync(HallHost host, string name, Guid? by)
    {
        var visitor = new Visitor(host.Address);
        var signedIn = await visitor.SignInAsync((await Residents.NamedAsync(host, name)).CitizenNumber, DemoCity.Password);
        var acts = by is null ? signedIn : await visitor.PostAsync("/my/acting", "/my/account", ("mandate", by.ToString()!));
        if (acts.Location is null) throw new InvalidOperationException($"{name} does not act: {acts.Status}");
        return visitor;
    }

    public Task<Mandate> ReadAsync(Guid id) => host.UseAsync((HallDb db) => db.Set<Mandate>().SingleAsync(m => m.Id == id));

    /// <summary>An application in the firm's name, by its representative.</summary>
    public async Task<Case> FileAsync(bool submit)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var (applications, package, who) = (services.GetRequiredService<Applications>(), services.GetRequiredService<PackageStore>().Find(Item)!, By(head, mandate));
        var begun = (await applications.BeginAsync(new BeginOptions { Package = package, ApplicantId = Party.Id, ApplicantKind = PartyKind.Organisation, HandlerId = head.Id }, who)).Value!;
        await services.GetRequiredService<CaseGrounds>().RefreshAsync(package, begun, NeededFor.Both, TimeSpan.Zero, who);
        var saved = (await applications.SaveAsync(new SaveOptions
        {
            CaseId = begun.Id, ApplicantId = Party.Id, Version = begun.Version, Section = "test", Answers = new() { ["用途"] = "投标", ["手机号码"] = "13900000000" },
        }, who)).Value!;
        if (!submit) return saved;
        var shown = await services.GetRequiredService<ShownPages>().OfAsync(package, saved);
        return (await services.GetRequiredService<Submissions>().SubmitAsync(new SubmitOptions
        {
            CaseId = saved.Id, ApplicantId = Party.Id, Version = saved.Version, ShownHash = shown.Hash, IdempotencyKey = "k",
        }, who)).Value!;
    }
}
