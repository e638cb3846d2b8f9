using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Web;

namespace Tongban.Hall.Systems.OpenInterface;

/// <summary>What goes wrong before, beside or beneath a handler is a <see cref="Problem"/> for programs, never a page.</summary>
public static class ApiProblems
{
    private static readonly Refusal[] ByStatus =
    [
        Refusals.TokenInvalid, Refusals.ScopeMissing, Refusals.RouteUnknown, Refusals.MethodUnknown, Refusals.BodyTooLarge,
        Refusals.BodyKind, Refusals.TooMany, Refusals.Broken, Refusals.Busy,
    ];

    public static void UseApiProblems(this WebApplication app)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(nameof(ApiProblems));
        app.UseWhen(http => IsForPrograms(http.Request.Path), branch => branch.Use((http, next) => AnswerAsync(http, next, log)));
    }

    private static bool IsForPrograms(PathString path) =>
        path.StartsWithSegments("/api", out var rest) && rest.Value!.Length > 1 || path.StartsWithSegments("/connect") && !IsForPeople(path) || path.StartsWithSegments("/openapi");

    private static bool IsForPeople(PathString path) => path == "/connect/authorize" || path == "/connect/logout";

    private static async Task AnswerAsync(HttpContext http, RequestDelegate next, ILogger log)
    {
        if (!Say.English) LanguagePrefix.Speak(http, english: AsksForEnglish(http.Request));
        var response = http.Response;
        try
        {
            if (http.Request.Query.Any(q => q.Key.Contains('\0') || q.Value.Any(v => v!.Contains('\0')))) response.StatusCode = 400;
            else await next(http);
        }
        catch (Exception e) when (!response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            response.StatusCode = StatusOf(e);
            if (response.StatusCode == 503) response.Headers.RetryAfter = "10";
            if (response.StatusCode == 500) log.LogError(e, "A request of a program failed.");
        }
        if (response is { HasStarted: false, StatusCode: >= 400, ContentType: null }) await ApiAnswer.Of(OfStatus(response.StatusCode)).ExecuteAsync(http);
    }

    private static bool AsksForEnglish(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(l => l.Quality ?? 1).Select(l => l.Value.ToString())
        .FirstOrDefault(l => l.StartsWith("zh", StringComparison.OrdinalIgnoreCase) || l.StartsWith("en", StringComparison.OrdinalIgnoreCase))
        ?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true;

    private static int StatusOf(Exception e) => e switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        InvalidDataException => 400,
        TimeoutException => 503,
        _ => 500,
    };

    private static Refusal OfStatus(int status) =>
        ByStatus.FirstOrDefault(r => r.Status == status) ?? (status < 500 ? Refusals.RequestUnreadable : Refusals.Broken) with { Status = status };
}
