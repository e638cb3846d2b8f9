using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Tongban.Hall.Platform;

namespace Tongban.Hall.Systems.OpenInterface.Reference;

/// <summary>The API as a readable page, made from its own description.</summary>
public sealed class ReferencePage([FromKeyedServices("v1")] IOpenApiDocumentProvider descriptions, PublicAddress address, IOptions<HallOptions> options) : PageModel
{
    // The bodies of requests that are no JSON, and what any JSON may be.
    private static readonly string[] Unshown = ["JsonObject", "Stream"];

    public IReadOnlyList<Operation> Operations { get; private set; } = [];

    public IReadOnlyList<Shape> Shapes { get; private set; } = [];

    public IReadOnlyList<Code> Codes => [.. Operations.SelectMany(o => o.Codes).DistinctBy(c => c.Name).OrderBy(c => c.Status, StringComparer.Ordinal).ThenBy(c => c.Name, StringComparer.Ordinal)];

    public string At(string path) => address.Of(path);

    /// <summary>In the demo: the client that may act for the demo's people.</summary>
    public (string Id, string Secret) Client => options.Value.Demo ? (OAuth.DemoClient, OAuth.DemoSecret) : ("…", "…");

    public async Task OnGetAsync(CancellationToken stop)
    {
        var document = await descriptions.GetOpenApiDocumentAsync(stop);
        Operations = [.. from path in document.Paths from operation in path.Value.Operations ?? [] select Operation.Of(operation.Key.Method, path.Key, operation.Value)];
        Shapes = [.. from schema in document.Components!.Schemas! where !Unshown.Contains(schema.Key) orderby schema.Key select Shape.Of(schema.Key, schema.Value)];
    }
}
