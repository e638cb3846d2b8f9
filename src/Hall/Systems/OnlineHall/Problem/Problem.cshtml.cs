using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Systems.OnlineHall.Problem;

/// <summary>What a person sees when something is missing or broken; no codes, no blame.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class ProblemPage : PageModel
{
    public int Status { get; private set; } = 500;

    /// <summary>How long to wait, where the answer says so.</summary>
    public int Minutes => int.TryParse(Response.Headers.RetryAfter, out var seconds) ? (seconds + 59) / 60 : 1;

    /// <summary>The "no" in its own words, where the answer is one.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>What was typed into a form that was not taken, so that it is not lost.</summary>
    public IEnumerable<string> Typed => Refusal != Refusals.ActingChanged || !Request.HasFormContentType ? []
        : Request.Form.Where(f => !f.Key.StartsWith("__", StringComparison.Ordinal)).Select(f => f.Value.ToString()).Where(v => v.Length > 0);

    public void OnGet(int? status) => Set(status);

    public void OnPost(int? status) => Set(status);

    private void Set(int? status)
    {
        Refusal = HttpContext.Items[typeof(Refusal)] as Refusal ?? (HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error as RefusedException)?.Refusal;
        Status = Refusal?.Status ?? status ?? (Response.StatusCode >= 400 ? Response.StatusCode : 500);
        Response.StatusCode = Status;
        if (Status == 503) Response.Headers.RetryAfter = "60";
    }
}
