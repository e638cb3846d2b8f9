using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Tongban.Hall.Systems.OpenInterface.SignOn;

/// <summary>The hall as OpenID Connect provider: code with PKCE and nothing else, pairwise names, answers in the query only.</summary>
internal static class SignOnServer
{
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    public static void AddSignOn(this OpenIddictServerBuilder server)
    {
        server.SetAuthorizationEndpointUris("connect/authorize").SetEndSessionEndpointUris("connect/logout").SetUserInfoEndpointUris("connect/userinfo")
            .SetIntrospectionEndpointUris("connect/introspect").SetRevocationEndpointUris("connect/revoke");
        server.AllowAuthorizationCodeFlow().AllowRefreshTokenFlow().RequireProofKeyForCodeExchange();
        server.RegisterScopes([.. SignOnScopes.All.Keys, SignOnScopes.Staff]);
        server.RegisterClaims(Claims.Name, SignOnClaims.Number, SignOnClaims.ActingFor, StaffClaims.Staff, Claims.AuthenticationTime, Claims.AuthenticationContextReference);
        server.SetAuthorizationCodeLifetime(TimeSpan.FromMinutes(2)).SetIdentityTokenLifetime(TimeSpan.FromMinutes(10))
            .SetRefreshTokenLifetime(Longest).DisableSlidingRefreshTokenExpiration().SetRefreshTokenReuseLeeway(TimeSpan.Zero);
        server.Configure(options =>
        {
            options.CodeChallengeMethods.Remove(CodeChallengeMethods.Plain);
            options.ResponseModes.IntersectWith([ResponseModes.Query]);
            options.ResponseTypes.IntersectWith([ResponseTypes.Code]);
            options.SubjectTypes.Clear();
            options.SubjectTypes.Add(SubjectTypes.Pairwise);
        });
        server.AddEventHandler<OpenIddictServerEvents.ProcessRequestContext>(handler => handler
            .SetOrder(OpenIddictServerAspNetCoreHandlers.ResolveRequestUri.Descriptor.Order + 1).UseInlineHandler(Neutral));
        server.AddEventHandler<OpenIddictServerEvents.GenerateTokenContext>(handler => handler
            .SetOrder(OpenIddictServerHandlers.Protection.AttachSecurityCredentials.Descriptor.Order + 1).UseInlineHandler(KeepLittle));
        server.AddEventHandler<OpenIddictServerEvents.ApplyTokenResponseContext>(handler => handler.SetOrder(int.MinValue).UseInlineHandler(SayNoMore));
        server.AddEventHandler<OpenIddictServerEvents.HandleIntrospectionRequestContext>(handler => handler
            .SetOrder(OpenIddictServerHandlers.Introspection.AttachPrincipal.Descriptor.Order + 1).UseInlineHandler(TellTheOwnerOnly));
    }

    // /en is a manner of speaking: provider and addresses are the same.
    private static ValueTask Neutral(OpenIddictServerEvents.ProcessRequestContext context)
    {
        if (context.BaseUri is { AbsolutePath: "/en" or "/en/" } address && context.RequestUri is { } asked)
        {
            context.BaseUri = new Uri(address, "/");
            context.RequestUri = new Uri(context.BaseUri, asked.PathAndQuery[3..]);
        }
        return ValueTask.CompletedTask;
    }

    // A program's own token opens the API for ten minutes and is checked by its signature alone: no row of the database says more.
    private static ValueTask KeepLittle(OpenIddictServerEvents.GenerateTokenContext context)
    {
        if (context.TokenType == TokenTypeIdentifiers.AccessToken && context.Principal.GetClaim(Claims.Subject) == context.ClientId)
            (context.CreateTokenEntry, context.PersistTokenPayload) = (false, false);
        return ValueTask.CompletedTask;
    }

    // What a token means is told to the program that it was given to.
    private static ValueTask TellTheOwnerOnly(OpenIddictServerEvents.HandleIntrospectionRequestContext context)
    {
        var token = context.GenericTokenPrincipal;
        if (!token.HasPresenter(context.Request.ClientId!) && token.GetClaim(Claims.ClientId) != context.Request.ClientId) context.Reject(Errors.InvalidToken, "The token is not known.");
        return ValueTask.CompletedTask;
    }

    // Whether the name or the secret was wrong is nobody's business.
    private static ValueTask SayNoMore(OpenIddictServerEvents.ApplyTokenResponseContext context)
    {
        if (context.Response.Error == Errors.InvalidClient)
            (context.Response.ErrorDescription, context.Response.ErrorUri) = ("The client or its secret is not known.", null);
        return ValueTask.CompletedTask;
    }
}
