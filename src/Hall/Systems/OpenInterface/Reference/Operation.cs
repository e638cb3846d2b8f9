using Microsoft.OpenApi;

namespace Tongban.Hall.Systems.OpenInterface.Reference;

/// <summary>One operation as the page shows it.</summary>
public sealed record Operation(
    string Id, string Method, string Path, string Tag, string Says, string Scope,
    IReadOnlyList<(string In, Field Field)> Parameters, (string MediaType, TypeName Type)? Body, (string Status, TypeName Type) Answer, IReadOnlyList<Code> Codes)
{
    /// <summary>Without those that every operation may give.</summary>
    public IReadOnlyList<Code> OwnCodes => [.. Codes.Where(c => c.Status is not ("401" or "403" or "500" or "503"))];

    public static Operation Of(string method, string path, OpenApiOperation operation) => new(
        operation.OperationId!, method, path, operation.Tags!.First().Name!, Side.Of(operation.Summary), operation.Security![0].First().Value[0],
        [.. (operation.Parameters ?? []).Select(p => (p.In!.Value.ToString().ToLowerInvariant(), new Field(p.Name!, TypeName.Of(p.Schema!), p.Required, Side.Of(p.Description))))],
        operation.RequestBody?.Content?.First() is { Value.Schema: { } body } taken ? (taken.Key, TypeName.Of(body)) : null,
        operation.Responses!.First(r => r.Key[0] == '2') is var ok ? (ok.Key, TypeName.Of(ok.Value.Content!.First().Value.Schema!)) : default,
        [.. operation.Responses!.Where(r => r.Key[0] != '2').SelectMany(Code.Of)]);
}

/// <summary>A stable code with its status and what to do.</summary>
public sealed record Code(string Name, string Status, string Says)
{
    public static IEnumerable<Code> Of(KeyValuePair<string, IOpenApiResponse> response) =>
        from line in response.Value.Description!.Split('\n')
        let parts = line.Split('`', 3)
        select new Code(parts[1], response.Key, Side.Of(parts[2].Trim()));
}
