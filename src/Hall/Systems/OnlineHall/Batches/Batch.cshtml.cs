using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tongban.Hall.Platform.Packages;

namespace Tongban.Hall.Systems.OnlineHall.Batches;

/// <summary>A published batch: a named list of services, as a page and as open data.</summary>
public sealed class BatchPage(PackageStore packages) : PageModel
{
    public IReadOnlyList<ServicePackage> Items { get; private set; } = [];

    public IActionResult OnGet(string batch)
    {
        Items = [.. packages.All.Where(p => p.Batches.Contains(batch))];
        return Items.Count == 0 ? NotFound() : Page();
    }

    public IActionResult OnGetCsv(string batch)
    {
        if (OnGet(batch) is NotFoundResult none) return none;
        var csv = new StringBuilder("\uFEFF实施编码,事项名称,实施主体,承诺时限（工作日）,法定时限（工作日）,办理形式,跑动次数\r\n");
        foreach (var p in Items)
            csv.Append(string.Join(',', new[] { p.Codes.Implementation, p.Name.Zh, p.Authority.Name.Zh, $"{p.Limits.Promised.Days}", $"{p.Limits.Statutory.Days}", Form(p), $"{p.Handling.Visits}" }.Select(Quote))).Append("\r\n");
        return File(Encoding.UTF8.GetBytes(csv.ToString()), "text/csv", $"batch-{batch}.csv");
    }

    public static string Form(ServicePackage p) => p.Completion switch
    {
        Completion.Online => "全程网办", Completion.OnlineWithCourier => "网办加邮寄", _ => "自助终端即办",
    };

    // A leading sign would be taken for a formula by spreadsheets.
    private static string Quote(string value) => $"\"{(value.Length > 0 && "=+-@".Contains(value[0]) ? "'" : "")}{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
