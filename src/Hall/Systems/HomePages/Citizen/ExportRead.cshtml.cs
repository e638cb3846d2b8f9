using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Platform.Web;
using Tongban.Hall.Services.Identity.Privacy;

namespace Tongban.Hall.Systems.HomePages.Citizen;

/// <summary>The export as a page: one group at a time, twenty rows a page.</summary>
[Authorize, SelfOnly, FreshSignIn]
public sealed class ExportReadPage(DataExports exports, Request request) : PageModel
{
    private const int Most = 20;

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private JsonObject data = [];

    public Guid Id { get; private set; }

    public string Group { get; private set; } = "";

    public int At { get; private set; } = 1;

    public int Pages { get; private set; }

    public IReadOnlyList<string> Groups => [.. data.Select(g => g.Key)];

    public IReadOnlyList<(string Table, JsonObject Row)> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, string? group, int at = 1)
    {
        if (await exports.ReadAsync(id, request.AccountId!.Value, "page", request.Proceeding()) is not { } found) return NotFound();
        (Id, data) = (id, JsonNode.Parse(found.Json)!["data"]!.AsObject());
        Group = group is not null && data.ContainsKey(group) ? group : Groups[0];
        var all = data[Group]!.AsObject().SelectMany(t => t.Value!.AsArray().Select(r => (t.Key, r!.AsObject()))).ToList();
        Pages = (all.Count + Most - 1) / Most;
        At = Math.Clamp(at, 1, Math.Max(1, Pages));
        Rows = [.. all.Skip((At - 1) * Most).Take(Most)];
        return Page();
    }

    public int CountOf(string group) => data[group]!.AsObject().Sum(t => t.Value!.AsArray().Count);

    public string Pretty(JsonNode node) => node.ToJsonString(Readable);
}
