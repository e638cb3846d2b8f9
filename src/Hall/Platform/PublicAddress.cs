using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace Tongban.Hall.Platform;

/// <summary>The address under which citizens reach the hall: as configured, else the first one it listens on.</summary>
public sealed class PublicAddress(IOptions<HallOptions> options, IServer server)
{
    public string Of(string path)
    {
        var address = options.Value.PublicUrl is { Length: > 0 } given
            ? given
            : server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost";
        return $"{address.TrimEnd('/')}/{path}";
    }
}
