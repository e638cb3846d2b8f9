using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity.Staff;
using Tongban.Hall.Services.Identity.Staff.Factor;

namespace Tongban.Hall.Systems.OpenInterface.Clients;

/// <summary>程序: the security administrator sees and registers them. A secret is shown on the page that answers, and nowhere else.</summary>
[StaffOnly(StaffRole.SecurityAdministrator), FreshSecondFactor]
[ResponseCache(NoStore = true)]
public sealed class AdminClientsPage(ClientRegistry clients, Request request) : PageModel
{
    [BindProperty] public string? Id { get; set; }
    [BindProperty] public string? Owner { get; set; }
    [BindProperty] public string? OwnerName { get; set; }
    [BindProperty] public string? NameZh { get; set; }
    [BindProperty] public string? NameEn { get; set; }
    [BindProperty] public string? WhyZh { get; set; }
    [BindProperty] public string? WhyEn { get; set; }
    [BindProperty] public string For { get; set; } = "citizens";
    [BindProperty(Name = "")] public TermsForm Terms { get; set; } = new();

    public IReadOnlyList<Client> All { get; private set; } = [];
    public string? Secret { get; private set; }
    public IReadOnlyDictionary<string, string> Errors { get; private set; } = new Dictionary<string, string>();

    public async Task OnGetAsync() => All = await clients.AllAsync();

    public async Task OnPostAsync()
    {
        var registered = await clients.RegisterAsync(new NewClient
        {
            Id = (Id ?? "").Trim(), Owner = (Owner ?? "").Trim(), OwnerName = (OwnerName ?? "").Trim(), ForStaff = For == "staff",
            Name = new Text((NameZh ?? "").Trim(), (NameEn ?? "").Trim()), Why = new Text((WhyZh ?? "").Trim(), (WhyEn ?? "").Trim()), Terms = Terms.Read(),
        }, request.Proceeding());
        if (registered.Ok) Secret = registered.Value;
        else Errors = Terms.Errors = registered.Refusal.Fields.Count > 0 ? registered.Refusal.Fields : new Dictionary<string, string> { ["Id"] = registered.Refusal.Message };
        await OnGetAsync();
    }
}
