using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Platform.Web;

/// <summary>A sensitive act: the person must have shown who he is within the last five minutes, or does so now at /signin/again and comes back.
/// It stands on the page, beside [Authorize].</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FreshSignInAttribute : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    public static readonly TimeSpan Within = TimeSpan.FromMinutes(5);

    // After [Authorize] and the check of the form's token: whoever is not signed in signs in.
    public int Order => 2000;

    public Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        if (context.Result is null && http.User.Identity?.IsAuthenticated == true && !IsFresh(http))
            context.Result = new LocalRedirectResult($"{http.Request.PathBase}/signin/again?return={Uri.EscapeDataString(http.Request.PathBase + http.Request.Path + (HttpMethods.IsGet(http.Request.Method) ? http.Request.QueryString : default))}");
        return Task.CompletedTask;
    }

    public static bool IsFresh(HttpContext http) =>
        long.TryParse(http.User.FindFirstValue(ClaimNames.SignedInAt), NumberStyles.None, CultureInfo.InvariantCulture, out var at)
        && http.RequestServices.GetRequiredService<CityTime>().Now - DateTimeOffset.FromUnixTimeMilliseconds(at) <= Within;
}
