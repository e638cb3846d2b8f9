using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Services.Identity.Staff.Factor;

/// <summary>What is asked when the second factor is no longer fresh: the form that was sent goes along.</summary>
/// <param name="Sent">Its fields, to be sent once more.</param>
public sealed record FactorAsked(string Action, IReadOnlyList<(string Name, string Value)> Sent, string? Error);

/// <summary>Administrative acts: the second factor must have been shown within the last ten minutes, or is asked for now. What was typed is kept:
/// the form goes along, and the act is done once the code is right. Pages may be read without.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FreshSecondFactorAttribute : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    public const string Field = "FactorCode";
    public static readonly TimeSpan Within = TimeSpan.FromMinutes(10);

    // After the check of the form's token.
    public int Order => 2000;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        if (context.Result is not null || !HttpMethods.IsPost(http.Request.Method) || IsFresh(http)) return;
        var (form, services) = (await http.Request.ReadFormAsync(), http.RequestServices);
        string? error = null;
        if (form[Field].ToString() is { Length: > 0 } typed)
        {
            var staff = services.GetRequiredService<StaffRequest>();
            var shown = await services.GetRequiredService<StaffSignIns>().ShowAgainAsync(staff.MemberId, staff.SessionId, typed);
            if (shown.Ok) return;
            error = shown.Refusal.Message;
        }
        var sent = form.Where(f => f.Key is not (Field or "__RequestVerificationToken")).SelectMany(f => f.Value.Select(v => (f.Key, v ?? ""))).ToList();
        context.Result = new ViewResult
        {
            ViewName = "/Shared/_FactorAgain.cshtml",
            ViewData = new ViewDataDictionary<FactorAsked>(services.GetRequiredService<IModelMetadataProvider>(), new ModelStateDictionary())
            {
                Model = new($"{http.Request.PathBase}{http.Request.Path}{http.Request.QueryString}", sent, error),
            },
        };
    }

    private static bool IsFresh(HttpContext http) =>
        long.TryParse(http.User.FindFirstValue(ClaimNames.SignedInAt), NumberStyles.None, CultureInfo.InvariantCulture, out var at)
        && http.RequestServices.GetRequiredService<CityTime>().Now - DateTimeOffset.FromUnixTimeMilliseconds(at) <= Within;
}
