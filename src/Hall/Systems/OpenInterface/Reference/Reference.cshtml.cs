using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Tongban.Hall.Systems.OpenInterface.Reference;

/// <summary>The API as a readable page, made from its own description.</summary>
public sealed class ReferencePage([FromKeyedServices("v1")] IOpenApiDocumentProvider descriptions) : PageModel
{
    public sealed record Operation(string Method, string Path, string Tag, string? Summary, IReadOnlyList<string> Parameters);

    public IReadOnlyList<Operation> Operations { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        var document = await descriptions.GetOpenApiDocumentAsync(stop);
        Operations = [.. from path in document.Paths
            from operation in path.Value.Operations ?? []
            select new Operation(operation.Key.Method, path.Key, operation.Value.Tags?.FirstOrDefault()?.Name ?? "", operation.Value.Summary,
                [.. (operation.Value.Parameters ?? []).Select(p => p.Name!)])];
    }
}
