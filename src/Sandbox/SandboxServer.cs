using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Tongban.Sandbox.Firms;
using Tongban.Sandbox.Pages;
using Tongban.Sandbox.People;
using Tongban.Sandbox.RealName;
using Tongban.Sandbox.Registries;
using Tongban.Sandbox.Sms;
using Tongban.Sandbox.Wire;
using Tongban.Sm;

namespace Tongban.Sandbox;

/// <summary>The outside world over real HTTP: registries, SMS gateway, faults on demand. See README.md for the wire.</summary>
public sealed class SandboxServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly SandboxOptions options;
    private readonly SignedWire wire;
    private readonly Faults faults;
    private readonly RegistryKeys keys;
    private readonly SmsGateway sms;

    private SandboxServer(WebApplication app, SandboxOptions options)
    {
        (this.app, this.options) = (app, options);
        keys = new RegistryKeys(options.DataDirectory);
        People = new Population(options.Seed, options.Size);
        Firms = new AllFirms(People, options.Seed);
        wire = new SignedWire(options);
        faults = new Faults(options.Seed);
        sms = new SmsGateway(wire, faults, options.Time);
        MapWire();
        MapPages();
    }

    /// <summary>Where it listens.</summary>
    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>Everybody whom the registries know.</summary>
    public Population People { get; }

    /// <summary>Every firm that the business register knows.</summary>
    public AllFirms Firms { get; }

    /// <summary>Text messages that arrived, newest first.</summary>
    public IEnumerable<SmsMessage> Messages => sms.To(null, int.MaxValue);

    /// <summary>Starts to listen.</summary>
    /// <exception cref="IOException">The address is taken.</exception>
    public static async Task<SandboxServer> StartAsync(SandboxOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(options.Url).ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = Answers.MostBytes);
        var app = builder.Build();
        try
        {
            var server = new SandboxServer(app, options);
            await app.StartAsync();
            return server;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Verifies the answers of a registry, or of "realname".</summary>
    /// <exception cref="KeyNotFoundException">There is no registry of that name.</exception>
    public Sm2PublicKey PublicKeyOf(string registry) => keys.Of(registry).PublicKey;

    /// <summary>Lets a client ask, from now on.</summary>
    public void Admit(string client, Sm2PublicKey publicKey) => wire.Admit(client, publicKey);

    /// <summary>Makes a registry, "realname" or "sms" fail so, until told otherwise.</summary>
    /// <exception cref="ArgumentException">There is no registry of that name.</exception>
    public void Break(string name, Fault fault) => faults.Set(name, fault);

    /// <summary>How a registry, or "sms", fails now.</summary>
    public Fault FaultOf(string name) => faults.Of(name);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => app.DisposeAsync();

    private void MapWire()
    {
        var delivery = new SignedDelivery(keys);
        app.MapPost("/registries/{name}/lookup", new LookupEndpoint(People, Firms, wire, delivery, faults, options.Time).HandleAsync);
        app.MapPost("/realname/checks", new RealNameEndpoint(People, wire, delivery, faults, options.Time).HandleAsync);
        app.MapPost("/sms/messages", sms.HandleAsync);
        app.MapGet("/sms/messages", (string? mobile) => Results.Json(sms.To(mobile), Answers.Json));
        var endpoint = new FaultsEndpoint(faults);
        app.MapGet("/faults", endpoint.Show);
        app.MapPut("/faults/{name}", endpoint.PutAsync);
        app.MapPost("/faults/{name}", endpoint.PostAsync);
    }

    private void MapPages()
    {
        app.MapGet("/", () => Page(HomePage.Show(faults.Of, DemoPeople.Of(Today))));
        var succession = new SuccessionEndpoint(Firms, options.Time);
        app.MapGet("/firms", () => Page(FirmsPage.Show(DemoFirms.Of(Today).Select(f => Firms.Find(f.Code, Today)!), DemoPeople.Of(Today))));
        app.MapPost("/firms", succession.PostAsync);
        app.MapGet("/realname", (string? number) => Page(ProofsPage.Show(DemoPeople.Of(Today), number, People.Find(number ?? "", Today))));
        app.MapGet("/sms", (string? mobile) => Page(SmsPage.Show(sms.To(mobile), mobile)));
    }

    private DateOnly Today => CityDay.Of(options.Time.GetUtcNow());

    private static IResult Page(string html) => Results.Content(html, "text/html; charset=utf-8");
}
