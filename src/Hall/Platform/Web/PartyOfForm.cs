using Microsoft.AspNetCore.Antiforgery;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Platform.Web;

/// <summary>Every form carries for whom it was shown. Who has switched since, in another window, or whose mandate has ended, files nothing in the
/// wrong name.</summary>
public sealed class PartyOfForm : IAntiforgeryAdditionalDataProvider
{
    // What is done there is done by the person, whomever he acts for.
    private static readonly string[] Own = ["/signout", "/my/acting"];

    public string GetAdditionalData(HttpContext context) => PartyOf(context);

    public bool ValidateAdditionalData(HttpContext context, string additionalData)
    {
        if (additionalData == PartyOf(context) || Own.Contains(context.Request.Path.Value)) return true;
        context.Items[typeof(Refusal)] = Refusals.ActingChanged;
        return false;
    }

    private static string PartyOf(HttpContext context) => context.RequestServices.GetRequiredService<Request>().For?.PartyId.ToString() ?? "";
}
