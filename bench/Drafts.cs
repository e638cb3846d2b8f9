using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tongban.Hall.Cases;
using Tongban.Hall.Demo;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Tests.Support;

namespace Tongban.Bench;

internal readonly record struct Draft(Guid CaseId, int Version, string Shown);

/// <summary>Applications filled in and looked up, ready to be submitted.</summary>
internal sealed partial class Drafts(HallHost host, Account applicant)
{
    private const string Item = "graduate-settlement";

    private static readonly JsonObject Answers = new()
    {
        ["落户方式"] = "人才集体户", ["区"] = "440305000000", ["街道"] = "440305001000", ["社区"] = "440305001001",
        ["手机号码"] = "13900000000", ["送达方式"] = "电子", ["参加过禁止组织"] = false,
    };

    private string token = "";

    public static async Task<Drafts> CreateAsync(HallHost host, string name) =>
        new(host, await Residents.NamedAsync(host, name));

    public async Task<IReadOnlyList<Draft>> PrepareAsync(int count)
    {
        var drafts = new Draft[count];
        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, _) => drafts[i] = await PrepareAsync());
        return drafts;
    }

    public async Task SubmitAsync(Draft draft)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<Submissions>().SubmitAsync(new SubmitOptions
        {
            CaseId = draft.CaseId, ApplicantId = applicant.Id, Version = draft.Version, ShownHash = draft.Shown, IdempotencyKey = draft.CaseId.ToString("N"),
        }, Who());
        if (!outcome.Ok || outcome.Value.Closing != ClosingCode.Granted) throw new InvalidOperationException($"Not granted: {outcome.Refusal?.Code} {string.Join(' ', outcome.Refusal?.Fields ?? new Dictionary<string, string>())}");
    }

    public async Task<HttpClient> SignInAsync()
    {
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new(), MaxConnectionsPerServer = 64 }) { BaseAddress = host.Address };
        token = Token(await http.GetStringAsync("/signin"));
        await PostAsync(http, "/signin", new() { ["Name"] = applicant.CitizenNumber, ["Password"] = DemoCity.Password });
        token = Token(await http.GetStringAsync($"/apply/{Item}"));
        return http;
    }

    public Task PostAsync(HttpClient http, Draft draft) => PostAsync(http, $"/apply/case/{draft.CaseId}/check", new()
    {
        ["version"] = $"{draft.Version}", ["shown"] = draft.Shown, ["key"] = draft.CaseId.ToString("N"),
    });

    public Task<Case> LastCaseAsync() => host.UseAsync<HallDb, Case>(db =>
        db.Set<Case>().Where(c => c.State == CaseState.Closed).OrderByDescending(c => c.Id).FirstAsync());

    private async Task PostAsync(HttpClient http, string path, Dictionary<string, string> form)
    {
        form["__RequestVerificationToken"] = token;
        using var response = await http.PostAsync(path, new FormUrlEncodedContent(form));
        if ((int)response.StatusCode != 302) throw new InvalidOperationException($"{path} answered {(int)response.StatusCode}");
    }

    private async Task<Draft> PrepareAsync()
    {
        await using var scope = host.Services.CreateAsyncScope();
        var (applications, grounds) = (scope.ServiceProvider.GetRequiredService<Applications>(), scope.ServiceProvider.GetRequiredService<CaseGrounds>());
        var package = scope.ServiceProvider.GetRequiredService<PackageStore>().Find(Item)!;
        var begun = (await applications.BeginAsync(new BeginOptions { Package = package, ApplicantId = applicant.Id }, Who())).Value!;
        await grounds.RefreshAsync(package, begun, NeededFor.Both, TimeSpan.Zero, Who());
        var saved = (await applications.SaveAsync(new SaveOptions { CaseId = begun.Id, ApplicantId = applicant.Id, Version = 0, Section = "all", Answers = Answers.DeepClone().AsObject() }, Who())).Value!;
        var shown = await scope.ServiceProvider.GetRequiredService<ShownPages>().OfAsync(package, saved);
        return new Draft(saved.Id, saved.Version, shown.Hash);
    }

    private Proceeding Who() => new(new Actor(ActorKind.Citizen, applicant.Id.ToString()), TimeProvider.System.GetUtcNow());

    private static string Token(string html) => TokenField().Match(html).Groups[1].Value;

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex TokenField();
}
