using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Tongban.Hall.Platform.Outcomes;

namespace Tongban.Hall.Systems.OpenInterface.Contract;

/// <summary>The OpenAPI description, from what the routes say of themselves. Its texts are Chinese · English.</summary>
internal static class ApiDescription
{
    private const string Scheme = "oauth2";

    public static IServiceCollection AddApiDescription(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Tongban 通办";
            document.Info.Version = "1";
            document.Servers?.Clear();
            document.AddComponent(Scheme, ClientCredentials());
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var metadata = context.Description.ActionDescriptor.EndpointMetadata;
            Secure(operation, context.Document!, metadata.OfType<IAuthorizeData>().First().Policy!);
            if (metadata.OfType<AsksForKey>().Any()) AskForKey(operation);
            foreach (var refusals in metadata.OfType<MayRefuse>().SelectMany(m => m.Refusals).Distinct().GroupBy(r => r.Status))
                Explain(operation, refusals);
            Sort(operation);
            if (operation.Responses!.TryGetValue("201", out var created)) NameLocation((OpenApiResponse)created);
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            if (schema.Enum is { Count: > 0 }) schema.Type ??= JsonSchemaType.String;
            return Task.CompletedTask;
        });
    });

    private static OpenApiSecurityScheme ClientCredentials() => new()
    {
        Type = SecuritySchemeType.OAuth2,
        Description = "客户端凭据换令牌，10 分钟有效 · Client credentials for a token, good for ten minutes",
        Flows = new OpenApiOAuthFlows
        {
            ClientCredentials = new OpenApiOAuthFlow { TokenUrl = new Uri("/connect/token", UriKind.Relative), Scopes = OAuth.Scopes.ToDictionary() },
        },
    };

    private static void Secure(OpenApiOperation operation, OpenApiDocument document, string scope) =>
        operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, document)] = [scope] }];

    private static void AskForKey(OpenApiOperation operation) => (operation.Parameters ??= []).Add(new OpenApiParameter
    {
        Name = IdempotencyKey.Header,
        In = ParameterLocation.Header,
        Required = true,
        Description = "客户端自己起的键，例如 UUID；重发时带同一个，只办一次，回同一个答复 · The client's own key, a UUID for instance; sent again with it, a request has one effect and one answer",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = 80, Pattern = "^[!-~]+$" },
    });

    private static void Explain(OpenApiOperation operation, IGrouping<int, Refusal> refusals)
    {
        var response = (OpenApiResponse)operation.Responses![FormattableString.Invariant($"{refusals.Key}")];
        response.Description = string.Join('\n', refusals.Select(r => $"`{r.Code}` {r.Zh} · {r.En}"));
        if (refusals.Key is 429 or 503) Header(response, "Retry-After", "秒 · Seconds");
    }

    private static void Sort(OpenApiOperation operation)
    {
        var sorted = new OpenApiResponses();
        foreach (var (status, response) in operation.Responses!.OrderBy(r => r.Key, StringComparer.Ordinal)) sorted.Add(status, response);
        operation.Responses = sorted;
    }

    private static void NameLocation(OpenApiResponse created) => Header(created, "Location", "新建的在哪里 · Where it lies");

    private static void Header(OpenApiResponse response, string name, string description) => (response.Headers ??= new Dictionary<string, IOpenApiHeader>())[name] =
        new OpenApiHeader { Description = description, Schema = new OpenApiSchema { Type = name == "Location" ? JsonSchemaType.String : JsonSchemaType.Integer } };
}
