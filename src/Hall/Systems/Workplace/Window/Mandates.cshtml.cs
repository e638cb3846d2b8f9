using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tongban.Codes;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Platform.Web.Components;
using Tongban.Hall.Services.Identity.Mandates;
using Tongban.Hall.Services.Identity.Staff;
using static Tongban.Hall.Platform.Web.Say;

namespace Tongban.Hall.Systems.Workplace.Window;

/// <summary>窗口登记监护和委托: a clerk has both people's papers before him.</summary>
[StaffOnly(StaffRole.Clerk)]
public sealed class MandatesPage(WindowMandates mandates, CityTime time, Request request) : PageModel
{
    [BindProperty] public string Kind { get; set; } = nameof(MandateKind.Guardian);
    [BindProperty] public string? PartyName { get; set; }
    [BindProperty] public string? PartyNumber { get; set; }
    [BindProperty] public string? AgentName { get; set; }
    [BindProperty] public string? AgentNumber { get; set; }
    [BindProperty] public List<string> May { get; set; } = [nameof(MandateActions.Fill), nameof(MandateActions.Submit), nameof(MandateActions.Results)];
    [BindProperty] public string? Papers { get; set; }

    public string UntilText { get; private set; } = "";
    public Mandate? Entered { get; private set; }
    public Refusal? Refused { get; private set; }
    public Dictionary<string, string> Errors { get; } = [];

    public async Task<IActionResult> OnPostAsync()
    {
        if (Read() is not { } options) return Page();
        var outcome = await mandates.EnterAsync(options, request.Proceeding());
        (Entered, Refused) = (outcome.Value, outcome.Refusal);
        if (Refused == Refusals.AccountUnknown) Errors["AgentNumber"] = L("这个人还没有账户，请先登记", "He has no account yet; please register him first");
        else if (Refused is not null) Response.StatusCode = Refused.Status;
        return Page();
    }

    /// <summary>The mandates of one who came, or for whom somebody came.</summary>
    public IReadOnlyList<Mandate>? Found { get; private set; }

    public async Task OnPostFindAsync()
    {
        if (Number("PartyNumber", PartyNumber) is { } number) Found = await mandates.OfAsync(number);
    }

    public async Task<IActionResult> OnPostEndAsync(Guid mandate)
    {
        var ended = await mandates.EndAsync(mandate, request.Proceeding());
        if (!ended.Ok) return NotFound();
        Ended = ended.Value;
        return Page();
    }

    public Mandate? Ended { get; private set; }

    private PaperMandateOptions? Read()
    {
        UntilText = DateTagHelper.Read(Request.Form, "Until");
        var (party, agent) = (Number("PartyNumber", PartyNumber), Number("AgentNumber", AgentNumber));
        var (partyName, agentName, papers) = (Needed("PartyName", PartyName, L("请填写姓名", "Please give the name")), Needed("AgentName", AgentName, L("请填写姓名", "Please give the name")),
            Needed("Papers", Papers, L("请写明看过哪些原件", "Please say which originals were seen")));
        var kind = Kind == nameof(MandateKind.Proxy) ? MandateKind.Proxy : MandateKind.Guardian;
        DateOnly? until = DateOnly.TryParseExact(UntilText, ["yyyy-M-d", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        if (UntilText.Length > 0 && until is null) Errors["Until"] = L("日期要写成年、月、日，例如 2027 6 30", "Please give year, month and day, for example 2027 6 30");
        else if (until is null && kind == MandateKind.Proxy) Errors["Until"] = L("委托要写到哪天为止", "A proxy's mandate needs its last day");
        else if (until < time.Today) Errors["Until"] = L("到期日不能早于今天", "The last day cannot be before today");
        if (Errors.Count > 0) return null;
        return new PaperMandateOptions
        {
            Kind = kind, PartyName = partyName!, PartyNumber = party!, AgentName = agentName!, AgentNumber = agent!, Papers = papers!, Until = until,
            Actions = May.Aggregate(MandateActions.None, (all, one) => Enum.TryParse<MandateActions>(one, out var action) ? all | action : all) & MandateActions.All,
        };
    }

    private string? Number(string field, string? typed)
    {
        if (CitizenNumber.TryParse(typed, time.Today, out var number, out var wrong)) return number.Value;
        Errors[field] = L(wrong.Zh, wrong.En);
        return null;
    }

    private string? Needed(string field, string? typed, string message)
    {
        if (string.IsNullOrWhiteSpace(typed)) Errors[field] = message;
        return typed?.Trim();
    }
}
