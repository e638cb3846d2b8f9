using System.Text.Json;
using OpenIddict.EntityFrameworkCore.Models;
using Tongban.Hall.Systems.OpenInterface.SignOn;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Tongban.Hall.Systems.OpenInterface.Clients;

/// <summary>A program as OpenIddict reads it.</summary>
internal static class ClientApplication
{
    private const string Shut = """{"shut":true}""";

    public static OpenIddictEntityFrameworkCoreApplication Of(NewClient asked, string secret)
    {
        var application = new OpenIddictEntityFrameworkCoreApplication
        {
            ApplicationType = ApplicationTypes.Web,
            ClientId = asked.Id,
            ClientSecret = ClientSecret.Hash(secret),
            ClientType = ClientTypes.Confidential,
            ConsentType = ConsentTypes.Explicit,
            DisplayName = asked.Name.Zh,
            Requirements = JsonSerializer.Serialize(new[] { Requirements.Features.ProofKeyForCodeExchange }),
        };
        Set(application, asked.Terms);
        return application;
    }

    public static void Set(OpenIddictEntityFrameworkCoreApplication application, ClientTerms terms)
    {
        application.RedirectUris = JsonSerializer.Serialize(terms.RedirectUris);
        application.PostLogoutRedirectUris = JsonSerializer.Serialize(terms.AfterSignOutUris);
        application.Permissions = JsonSerializer.Serialize(Allowed(terms.Scopes));
    }

    public static ClientTerms TermsOf(OpenIddictEntityFrameworkCoreApplication application) => new()
    {
        Scopes = [.. Read(application.Permissions).Where(p => p.StartsWith(Permissions.Prefixes.Scope, StringComparison.Ordinal)).Select(p => p[Permissions.Prefixes.Scope.Length..])],
        RedirectUris = Read(application.RedirectUris),
        AfterSignOutUris = Read(application.PostLogoutRedirectUris),
    };

    /// <summary>A program that is suspended or has ended: whoever asks for it finds none.</summary>
    public static bool IsOpen(OpenIddictEntityFrameworkCoreApplication application) => application.Properties is null;

    public static void Open(OpenIddictEntityFrameworkCoreApplication application, bool open) => application.Properties = open ? null : Shut;

    private static IEnumerable<string> Allowed(IReadOnlyList<string> scopes) =>
    [
        Permissions.Endpoints.Token, Permissions.Endpoints.Introspection, Permissions.Endpoints.Revocation,
        .. scopes.Any(OAuth.Scopes.ContainsKey) ? [Permissions.GrantTypes.ClientCredentials] : Array.Empty<string>(),
        .. scopes.Contains(SignOnScopes.OpenId)
            ? [Permissions.Endpoints.Authorization, Permissions.Endpoints.EndSession, Permissions.GrantTypes.AuthorizationCode, Permissions.ResponseTypes.Code]
            : Array.Empty<string>(),
        .. scopes.Contains(SignOnScopes.Offline) ? [Permissions.GrantTypes.RefreshToken] : Array.Empty<string>(),
        .. scopes.Select(s => Permissions.Prefixes.Scope + s),
    ];

    private static string[] Read(string? json) => json is null ? [] : JsonSerializer.Deserialize<string[]>(json)!;
}
