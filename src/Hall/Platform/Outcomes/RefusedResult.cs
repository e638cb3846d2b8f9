using Microsoft.AspNetCore.Mvc;

namespace Tongban.Hall.Platform.Outcomes;

/// <summary>A page that is a "no": in the refusal's own words, and with its status.</summary>
public sealed class RefusedResult(Refusal refusal) : StatusCodeResult(refusal.Status)
{
    public override void ExecuteResult(ActionContext context)
    {
        context.HttpContext.Items[typeof(Refusal)] = refusal;
        base.ExecuteResult(context);
    }
}
