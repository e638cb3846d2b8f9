using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Outcomes;

namespace Tongban.Hall.Systems.OnlineHall.SignIn.Upstream;

/// <summary>What the hall adds to the standard client at each step of its way.</summary>
internal static class UpstreamSteps
{
    /// <summary>One address to come back to, whatever the language of the page.</summary>
    public static Task LeaveAsync(RedirectContext context)
    {
        var hall = context.HttpContext.RequestServices.GetRequiredService<IOptions<HallOptions>>().Value;
        var address = hall.PublicUrl is { Length: > 0 } given ? given.TrimEnd('/') : $"{context.Request.Scheme}://{context.Request.Host}";
        context.ProtocolMessage.RedirectUri = address + UpstreamScheme.Callback;
        return Task.CompletedTask;
    }

    /// <summary>RFC 9207: an answer that names another issuer, or none where one was promised, is somebody else's.</summary>
    public static async Task ReceiveAsync(MessageReceivedContext context)
    {
        var provider = await ((Microsoft.IdentityModel.Protocols.IConfigurationManager<OpenIdConnectConfiguration>)context.Options.ConfigurationManager!).GetConfigurationAsync(context.HttpContext.RequestAborted);
        var said = context.ProtocolMessage.Iss;
        if (said is null ? provider.AuthorizationResponseIssParameterSupported : said != provider.Issuer) context.Fail("The answer names another issuer.");
    }

    /// <summary>The standard client takes a token without a signature when it came straight from the provider. Here nobody is taken at his line's word.</summary>
    public static Task RequireSignatureAsync(TokenValidatedContext context)
    {
        if (context.TokenEndpointResponse?.IdToken?.Split('.') is not [_, _, { Length: > 0 }]) context.Fail("The token is not signed.");
        return Task.CompletedTask;
    }

    public static async Task ArriveAsync(TicketReceivedContext context)
    {
        var http = context.HttpContext;
        context.HandleResponse();
        // This comes before the hall's own cookie is read: who was signed in until now?
        if ((await http.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Principal is { } now) http.User = now;
        var arrived = await http.RequestServices.GetRequiredService<UpstreamArrival>().AtAsync(http, context.Principal!, context.Properties!);
        http.Response.Redirect(arrived.Ok ? arrived.Value : Refused(arrived.Refusal, context.Properties));
    }

    /// <summary>He did not want to after all.</summary>
    public static Task TurnBackAsync(AccessDeniedContext context)
    {
        context.HandleResponse();
        context.Response.Redirect($"{UpstreamArrival.Language(context.Properties)}/signin");
        return Task.CompletedTask;
    }

    public static Task FailAsync(RemoteFailureContext context)
    {
        context.HandleResponse();
        context.Response.Redirect(Refused(context.Failure is HttpRequestException or TaskCanceledException ? Refusals.UpstreamDown : Refusals.UpstreamFailed, context.Properties));
        return Task.CompletedTask;
    }

    private static string Refused(Refusal refusal, AuthenticationProperties? properties) => $"{UpstreamArrival.Language(properties)}/signin/upstream?refused={refusal.Code}";
}
