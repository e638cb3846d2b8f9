using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Tongban.Hall.Systems.OnlineHall.SignIn;

/// <summary>429, with how long to wait: the page for it says what to do.</summary>
internal static class TooManyTries
{
    public static StatusCodeResult TooOften(this PageModel page)
    {
        page.Response.Headers.RetryAfter = "600";
        return new StatusCodeResult(StatusCodes.Status429TooManyRequests);
    }
}
