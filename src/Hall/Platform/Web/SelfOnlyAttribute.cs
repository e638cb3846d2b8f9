using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Platform.Web;

/// <summary>A person's own affair: while he acts for another, this page does not exist.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SelfOnlyAttribute : Attribute, IAuthorizationFilter, IOrderedFilter
{
    // After [Authorize], before a fresh sign-in is asked for.
    public int Order => 1900;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        if (context.Result is null && context.HttpContext.RequestServices.GetRequiredService<Request>().For is not null) context.Result = new NotFoundResult();
    }
}
