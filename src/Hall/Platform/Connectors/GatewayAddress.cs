namespace Tongban.Hall.Platform.Connectors;

/// <summary>The address of another authority's gateway, as the configuration gives it.</summary>
public static class GatewayAddress
{
    /// <summary>Null: it is missing or is not an address of the web.</summary>
    public static Uri? Read(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) ? uri : null;

    /// <summary>Whether personal data may go there: encrypted, or to a proxy on this machine that encrypts.</summary>
    public static bool IsPrivate(Uri address) => address.Scheme == Uri.UriSchemeHttps || address.IsLoopback;
}
