using System.Collections.Concurrent;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Tongban.Sandbox.Pages;
using Tongban.Sandbox.People;
using Tongban.Sandbox.Registries;
using Tongban.Sandbox.Sms;
using Tongban.Sandbox.Wire;
using Tongban.Sm;

namespace Tongban.Sandbox;

/// <summary>The outside world over real HTTP: registries, SMS gateway, faults on demand. See README.md for the wire.</summary>
public sealed class SandboxServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly SignedWire wire;
    private readonly SmsGateway sms;
    private readonly ConcurrentDictionary<string, Fault> faults = new();

    private SandboxServer(WebApplication app, SandboxOptions options)
    {
        this.app = app;
        var key = options.Key ?? Sm2Key.Generate();
        PublicKey = key.PublicKey;
        People = new Population(options.Seed, options.Size);
        wire = new SignedWire(options, key);
        sms = new SmsGateway(wire, options.Time);
        Map(new LookupEndpoint(People, wire, options.Time, FaultOf));
    }

    /// <summary>Where it listens.</summary>
    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>Verifies the registries' answers.</summary>
    public Sm2PublicKey PublicKey { get; }

    public Population People { get; }

    public IEnumerable<SmsMessage> Messages => sms.To(null);

    public static async Task<SandboxServer> StartAsync(SandboxOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(options.Url);
        var server = new SandboxServer(builder.Build(), options);
        await server.app.StartAsync();
        return server;
    }

    /// <summary>Lets a client ask, from now on.</summary>
    public void Admit(string client, Sm2PublicKey publicKey) => wire.Admit(client, publicKey);

    /// <summary>Makes a registry fail so, until told otherwise.</summary>
    public void Break(string registry, Fault fault) => faults[registry] = fault;

    public Fault FaultOf(string registry) => faults.GetValueOrDefault(registry, Fault.None);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private void Map(LookupEndpoint lookups)
    {
        app.MapPost("/registries/{name}/lookup", lookups.HandleAsync);
        app.MapPost("/sms/messages", sms.HandleAsync);
        app.MapGet("/sms/messages", (string? mobile) => Results.Json(sms.To(mobile), LookupEndpoint.Json));
        app.MapGet("/sms", (string? mobile) => Results.Content(SandboxPages.Sms(sms.To(mobile)), "text/html; charset=utf-8"));
        app.MapGet("/faults", () => Results.Json(Registry.All.ToDictionary(r => r.Name, r => FaultOf(r.Name).Mode.ToString()), LookupEndpoint.Json));
        app.MapPost("/faults/{registry}", async (string registry, HttpRequest request) =>
        {
            var form = await request.ReadFormAsync();
            if (!Registry.All.Any(r => r.Name == registry) || !Enum.TryParse<FaultMode>(form["mode"], ignoreCase: true, out var mode))
                return Results.BadRequest();
            Break(registry, new Fault(mode, int.TryParse(form["delayMs"], out var delay) ? Math.Clamp(delay, 0, 60_000) : 8000));
            return Results.Redirect("/");
        });
        app.MapGet("/", () => Results.Content(SandboxPages.Home(Registry.All, FaultOf), "text/html; charset=utf-8"));
    }
}
