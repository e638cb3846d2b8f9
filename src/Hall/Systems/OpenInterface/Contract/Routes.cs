using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Tongban.Hall.Platform.Outcomes;

namespace Tongban.Hall.Systems.OpenInterface.Contract;

/// <summary>The refusals that a route may give.</summary>
internal sealed record MayRefuse(IReadOnlyList<Refusal> Refusals);

/// <summary>The route asks for an Idempotency-Key.</summary>
internal sealed record AsksForKey;

/// <summary>What a route takes, answers and refuses: said once, enforced and described from there.</summary>
internal static class Routes
{
    /// <summary>Bytes of a body that is text.</summary>
    public const int MostText = 256 * 1024;

    public static RouteHandlerBuilder Answers<T>(this RouteHandlerBuilder route, int status = 200) => route.Produces<T>(status);

    public static T Refuses<T>(this T routes, params Refusal[] refusals) where T : IEndpointConventionBuilder => routes.WithMetadata(
        [new MayRefuse(refusals), .. refusals.Select(r => new ProducesResponseTypeMetadata(r.Status, typeof(Problem), [Problem.MediaType]))]);

    public static RouteHandlerBuilder Takes<T>(this RouteHandlerBuilder route, string mediaType = "application/json", int mostBytes = MostText) where T : notnull
    {
        route.Accepts<T>(mediaType).WithMetadata(new RequestSizeLimitAttribute(mostBytes)).Refuses(Refusals.BodyTooLarge, Refusals.BodyKind);
        if (mediaType != "application/json") return route;
        return route.Refuses(Refusals.BodyUnreadable).AddEndpointFilter((context, next) =>
            context.Arguments.OfType<Sent>().Single().Refusal is { } refusal ? ValueTask.FromResult<object?>(ApiAnswer.Of(refusal)) : next(context));
    }

    /// <summary>A changing route: it asks for an Idempotency-Key.</summary>
    public static RouteHandlerBuilder Once(this RouteHandlerBuilder route) => route
        .WithMetadata(new AsksForKey()).Refuses(Refusals.KeyMissing, Refusals.KeyMalformed, Refusals.KeyInFlight, Refusals.KeyReused)
        .AddEndpointFilter(async (context, next) => await context.HttpContext.RequestServices.GetRequiredService<IdempotencyFilter>().InvokeAsync(context, next));
}
