using System.Text.Json;
using System.Text.Json.Nodes;
using Tongban.Hall.Platform.Outcomes;

namespace Tongban.Hall.Systems.OpenInterface;

/// <summary>An answer of the API: a status and a JSON body. A refusal is a <see cref="Problem"/>.</summary>
public sealed record ApiAnswer(int Status, string Json) : IResult
{
    public static ApiAnswer Ok<T>(T body) => new(200, JsonSerializer.Serialize(body, ApiJson.Options));

    public static ApiAnswer Created<T>(T body) => Ok(body) with { Status = 201 };

    public static ApiAnswer Of(Refusal refusal) => new(refusal.Status, JsonSerializer.Serialize(Problem.Of(refusal), ApiJson.Options));

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        response.StatusCode = Status;
        response.ContentType = Status < 400 ? "application/json; charset=utf-8" : $"{Problem.MediaType}; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        // What was created lies under its id: so a replayed answer leads to it as well.
        if (Status == 201) response.Headers.Location = $"{request.PathBase}{request.Path.Value!.TrimEnd('/')}/{JsonNode.Parse(Json)!["id"]}";
        return response.WriteAsync(Json);
    }
}
