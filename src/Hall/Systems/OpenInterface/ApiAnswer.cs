using System.Text.Json;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Systems.OpenInterface;

/// <summary>An answer of the API: a status and a JSON body. A refusal is a problem after RFC 9457 with a stable code.</summary>
public sealed record ApiAnswer(int Status, string Json) : IResult
{
    public static ApiAnswer Ok(object body) => new(200, JsonSerializer.Serialize(body, Notary.Json));

    public static ApiAnswer Created(object body) => new(201, JsonSerializer.Serialize(body, Notary.Json));

    public static ApiAnswer Of(Refusal refusal) => new(refusal.Status, JsonSerializer.Serialize(new
    {
        type = $"urn:tongban:{refusal.Code}", title = refusal.En, status = refusal.Status, code = refusal.Code, zh = refusal.Zh, en = refusal.En, errors = refusal.Fields,
    }, Notary.Json));

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = Status;
        httpContext.Response.ContentType = Status < 400 ? "application/json" : "application/problem+json";
        return httpContext.Response.WriteAsync(Json);
    }
}
