using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Tongban.Hall.Platform.Web;

/// <summary>Load balancers in front of the hall: their word on who asks, and by which scheme, is taken; nobody else's is.</summary>
public static class Proxies
{
    /// <summary>The setting: addresses or networks ("10.0.0.7", "10.1.0.0/16").</summary>
    public const string Setting = "Hall:Proxies";

    public static IServiceCollection AddProxies(this IServiceCollection services)
    {
        services.AddOptions<ForwardedHeadersOptions>().Configure<IConfiguration>((forwarded, configuration) =>
        {
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            var given = configuration.GetSection(Setting).Get<string[]>() ?? [];
            foreach (var one in given) forwarded.KnownIPNetworks.Add(Read(one));
            forwarded.ForwardedHeaders = given.Length > 0 ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto : ForwardedHeaders.None;
            // Through as many of them as there are; the first unknown address is the client's.
            forwarded.ForwardLimit = null;
        });
        return services;
    }

    private static IPNetwork Read(string text) =>
        IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : IPNetwork.TryParse(text, out var network) ? network
        : throw new InvalidOperationException($"{Setting}: \"{text}\" 不是地址也不是网段，请写成 10.0.0.7 或 10.1.0.0/16。 It is neither an address nor a network: write 10.0.0.7 or 10.1.0.0/16.");
}
