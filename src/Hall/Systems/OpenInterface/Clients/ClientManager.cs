using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.Core;
using OpenIddict.EntityFrameworkCore.Models;

namespace Tongban.Hall.Systems.OpenInterface.Clients;

/// <summary>OpenIddict's reading of programs, with two differences: one that is shut does not exist, and secrets are hashed as <see cref="ClientSecret"/> says.</summary>
internal sealed class ClientManager(
    IOpenIddictApplicationCache<OpenIddictEntityFrameworkCoreApplication> cache, ILogger<OpenIddictApplicationManager<OpenIddictEntityFrameworkCoreApplication>> log,
    IOptionsMonitor<OpenIddictCoreOptions> options, IOpenIddictApplicationStore<OpenIddictEntityFrameworkCoreApplication> store)
    : OpenIddictApplicationManager<OpenIddictEntityFrameworkCoreApplication>(cache, log, options, store)
{
    public override async ValueTask<OpenIddictEntityFrameworkCoreApplication?> FindByClientIdAsync(string identifier, CancellationToken cancellationToken = default) =>
        await base.FindByClientIdAsync(identifier, cancellationToken) is { } found && ClientApplication.IsOpen(found) ? found : null;

    protected override ValueTask<string> ObfuscateClientSecretAsync(string secret, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(ClientSecret.Hash(secret));

    protected override ValueTask<bool> ValidateClientSecretAsync(string secret, string comparand, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(ClientSecret.Fits(secret, comparand));
}
