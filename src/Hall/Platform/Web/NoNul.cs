using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Tongban.Hall.Platform.Web;

/// <summary>No key of a keyboard makes U+0000, and PostgreSQL cannot keep it: an address with one in its query is refused.
/// Forms with one the framework does not read.</summary>
public sealed class NoNul : IResourceFilter
{
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        if (context.HttpContext.Request.Query.Any(q => q.Key.Contains('\0') || q.Value.Any(v => v?.Contains('\0') == true)))
            context.Result = new BadRequestResult();
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}
