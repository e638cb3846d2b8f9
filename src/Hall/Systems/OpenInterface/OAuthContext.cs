using Microsoft.EntityFrameworkCore;
using OpenIddict.EntityFrameworkCore;
using Tongban.Hall.Platform.Data;

namespace Tongban.Hall.Systems.OpenInterface;

/// <summary>OpenIddict's own view of the database: it writes what it has read, so its context remembers. The request's own does not.</summary>
internal sealed class OAuthContext(IServiceScopeFactory scopes) : IOpenIddictEntityFrameworkCoreContext, IAsyncDisposable
{
    private AsyncServiceScope? scope;

    public ValueTask<DbContext> GetDbContextAsync(CancellationToken cancellationToken)
    {
        scope ??= scopes.CreateAsyncScope();
        var db = scope.Value.ServiceProvider.GetRequiredService<HallDb>();
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;
        return ValueTask.FromResult<DbContext>(db);
    }

    public ValueTask DisposeAsync() => scope?.DisposeAsync() ?? ValueTask.CompletedTask;
}
