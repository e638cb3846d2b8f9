using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tongban.Hall.Tests.Support;

namespace Tongban.Hall.Tests.Systems.Access;

/// <summary>An address with a way to knock at it.</summary>
/// <param name="Path">The address with the values of the one whose records they are.</param>
public sealed record Door(string Method, string Route, string Path)
{
    /// <summary>Behind this one a session ends: it is tried last.</summary>
    public bool Ends => Route.Contains("signout", StringComparison.Ordinal) || Route.Contains("devices", StringComparison.Ordinal) || Route.Contains("close", StringComparison.Ordinal)
        || Route.Contains("account", StringComparison.Ordinal) || Route.Contains("kiosk", StringComparison.Ordinal)
        || Route.Contains("my/acting", StringComparison.Ordinal);

    /// <param name="firms">Addresses whose records are a firm's; the others' are the citizen's.</param>
    public static async Task<IReadOnlyList<Door>> AllAsync(HallHost host, Belongings his, FirmBelongings firms)
    {
        var loader = host.Services.GetRequiredService<PageLoader>();
        var doors = new List<Door>();
        foreach (var endpoint in host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var route = endpoint.RoutePattern.RawText!.Trim('/');
            var path = OwnershipTests.AddressOf(route, his);
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
                foreach (var handler in (await loader.LoadAsync(page, endpoint.Metadata)).HandlerMethods)
                {
                    var query = handler.Name is null ? "" : $"?handler={handler.Name}";
                    doors.Add(new(handler.HttpMethod.ToUpperInvariant(), $"/{route}{query}", path + query));
                    if (firms.AddressOf(route) is { } theirs) doors.Add(new(handler.HttpMethod.ToUpperInvariant(), $"/{route}{query} (a firm's)", theirs + query));
                }
            else
                foreach (var method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]) doors.Add(new(method, $"/{route}", path));
        }
        return [.. doors.DistinctBy(d => (d.Method, d.Route)).OrderBy(d => d.Ends).ThenBy(d => d.Route, StringComparer.Ordinal).ThenBy(d => d.Method, StringComparer.Ordinal)];
    }
}
