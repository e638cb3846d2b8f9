using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tongban.Hall.Cases;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Forms;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity;

namespace Tongban.Hall.Tests.Support;

/// <summary>A graduate's application, driven through the real verbs.</summary>
public sealed class Graduate(HallHost host, string name = "林晓雯")
{
    public Guid AccountId { get; private set; }
    public Guid CaseId { get; private set; }
    public int Version { get; private set; }

    public Proceeding Who => new(new Actor(ActorKind.Citizen, AccountId.ToString()), TimeProvider.System.GetUtcNow());

    public async Task<Graduate> FillInAsync(string settle = "人才集体户")
    {
        await using var scope = host.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        AccountId = (await Residents.NamedAsync(services.GetRequiredService<HallDb>(), name)).Id;
        var package = Package(services);
        var begun = (await services.GetRequiredService<Applications>().BeginAsync(new BeginOptions { Package = package, ApplicantId = AccountId }, Who)).Value!;
        CaseId = begun.Id;
        await services.GetRequiredService<CaseGrounds>().RefreshAsync(package, begun, NeededFor.Both, TimeSpan.Zero, Who);
        await SaveAsync(new JsonObject
        {
            ["落户方式"] = settle, ["区"] = "440305000000", ["街道"] = "440305001000", ["社区"] = "440305001001",
            ["手机号码"] = "13900000000", ["送达方式"] = "电子", ["参加过禁止组织"] = false,
        });
        return this;
    }

    public async Task<Outcome<Case>> SaveAsync(JsonObject answers, int? version = null)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var saved = await scope.ServiceProvider.GetRequiredService<Applications>().SaveAsync(new SaveOptions
        {
            CaseId = CaseId, ApplicantId = AccountId, Version = version ?? Version, Section = "test", Answers = answers,
        }, Who);
        if (saved.Ok) Version = saved.Value.Version;
        return saved;
    }

    public Task<Outcome<CaseFile>> AttachAsync(byte[] content, string name = "consent.pdf") => AttachAsync(AccountId, content, name);

    public Task<Outcome<CaseFile>> AttachAsync(Guid applicant, byte[] content, string name = "consent.pdf") =>
        host.UseAsync((Applications applications) => applications.AttachAsync(new AttachOptions
        {
            CaseId = CaseId, ApplicantId = applicant, Material = "host-consent", Name = name, Content = new MemoryStream(content),
        }, Who));

    /// <summary>Asks once more the registers whose answer is missing or unusable.</summary>
    public async Task RefreshAsync()
    {
        await using var scope = host.Services.CreateAsyncScope();
        var found = (await scope.ServiceProvider.GetRequiredService<Applications>().FindAsync(CaseId, AccountId))!;
        await scope.ServiceProvider.GetRequiredService<CaseGrounds>().RefreshAsync(Package(scope.ServiceProvider), found, NeededFor.Both, TimeSpan.Zero, Who);
    }

    /// <summary>The hash of what the page for checking would show now.</summary>
    public async Task<string> ShownAsync()
    {
        await using var scope = host.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var found = (await services.GetRequiredService<Applications>().FindAsync(CaseId, AccountId))!;
        return (await services.GetRequiredService<ShownPages>().OfAsync(Package(services), found)).Hash;
    }

    public async Task<Outcome<Case>> SubmitAsync(string key = "k", string? shown = null, bool askPerson = false)
    {
        shown ??= await ShownAsync();
        await using var scope = host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Submissions>().SubmitAsync(new SubmitOptions
        {
            CaseId = CaseId, ApplicantId = AccountId, Version = Version, ShownHash = shown, IdempotencyKey = key, AskPerson = askPerson,
        }, Who);
    }

    private static ServicePackage Package(IServiceProvider services) => services.GetRequiredService<PackageStore>().Find("graduate-settlement")!;
}
