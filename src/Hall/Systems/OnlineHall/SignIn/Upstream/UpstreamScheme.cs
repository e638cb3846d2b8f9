using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Tongban.Hall.Platform.Connectors;
using Tongban.Hall.Services.Identity.Upstream;

namespace Tongban.Hall.Systems.OnlineHall.SignIn.Upstream;

/// <summary>The standard client of OpenID Connect: code with PKCE, nonce and state bound to this browser, tokens kept nowhere.</summary>
internal static class UpstreamScheme
{
    public const string Callback = "/signin/upstream/callback";

    private const string Ours = "/signin/upstream";

    public static IServiceCollection AddUpstreamSignIn(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<UpstreamArrival>();
        var upstream = configuration.GetSection(UpstreamOptions.Section).Get<UpstreamOptions>();
        if (upstream is { IsOn: true }) services.AddAuthentication().AddOpenIdConnect(UpstreamOptions.Scheme, oidc => Set(oidc, upstream));
        return services;
    }

    private static void Set(OpenIdConnectOptions oidc, UpstreamOptions upstream)
    {
        (oidc.Authority, oidc.ClientId, oidc.ClientSecret) = (upstream.Authority, upstream.ClientId, upstream.ClientSecret);
        oidc.RequireHttpsMetadata = !(GatewayAddress.Read(upstream.Authority) is { } address && GatewayAddress.IsPrivate(address));
        oidc.CallbackPath = Callback;
        oidc.ResponseType = OpenIdConnectResponseType.Code;
        oidc.ResponseMode = OpenIdConnectResponseMode.Query;
        oidc.UsePkce = true;
        // A session here is as fresh as its sign-in says, so whoever comes shows who he is anew.
        oidc.Prompt = OpenIdConnectPrompt.Login;
        oidc.GetClaimsFromUserInfoEndpoint = true;
        oidc.MapInboundClaims = false;
        oidc.SaveTokens = false;
        oidc.BackchannelTimeout = TimeSpan.FromSeconds(10);
        oidc.RemoteAuthenticationTimeout = TimeSpan.FromMinutes(15);
        oidc.Scope.Clear();
        foreach (var scope in upstream.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries)) oidc.Scope.Add(scope);
        oidc.ClaimActions.Clear();
        foreach (var claim in new[] { upstream.NameClaim, upstream.NumberClaim, upstream.LevelClaim }) oidc.ClaimActions.MapUniqueJsonKey(claim, claim);
        oidc.TokenValidationParameters.ValidAlgorithms =
            [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384];
        oidc.ProtocolValidator.RequireAuthTime = true;
        foreach (var cookie in new[] { oidc.CorrelationCookie, oidc.NonceCookie })
            (cookie.Path, cookie.SameSite, cookie.SecurePolicy) = (Ours, SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest);
        oidc.Events.OnRedirectToIdentityProvider = UpstreamSteps.LeaveAsync;
        oidc.Events.OnMessageReceived = UpstreamSteps.ReceiveAsync;
        oidc.Events.OnTokenValidated = UpstreamSteps.RequireSignatureAsync;
        oidc.Events.OnTicketReceived = UpstreamSteps.ArriveAsync;
        oidc.Events.OnAccessDenied = UpstreamSteps.TurnBackAsync;
        oidc.Events.OnRemoteFailure = UpstreamSteps.FailAsync;
    }
}
