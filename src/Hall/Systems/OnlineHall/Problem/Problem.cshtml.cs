using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Tongban.Hall.Systems.OnlineHall.Problem;

/// <summary>What a person sees when something is missing or broken; no codes, no blame.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class ProblemPage : PageModel
{
    public int Status { get; private set; } = 500;

    /// <summary>How long to wait, where the answer says so.</summary>
    public int Minutes => int.TryParse(Response.Headers.RetryAfter, out var seconds) ? (seconds + 59) / 60 : 1;

    public void OnGet(int? status) => Set(status);

    public void OnPost(int? status) => Set(status);

    private void Set(int? status)
    {
        Status = status ?? (Response.StatusCode >= 400 ? Response.StatusCode : 500);
        Response.StatusCode = Status;
        if (Status == 503) Response.Headers.RetryAfter = "60";
    }
}
