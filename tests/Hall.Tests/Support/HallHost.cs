using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Tongban.Hall.Demo;
using Tongban.Sandbox;

namespace Tongban.Hall.Tests.Support;

/// <summary>The real hall, on a free port of this machine, with its own demo city and data folder.</summary>
public sealed class HallHost : WebApplicationFactory<Program>
{
    private readonly string folder = Directory.CreateTempSubdirectory("tongban-").FullName;
    private readonly Dictionary<string, string> settings = [];
    private readonly List<Action<IServiceCollection>> changes = [];
    private string environment = "Development";

    // Nobody changes files under a running test; each hall that watches for it takes one of the machine's few watchers, and gives it back late.
    static HallHost()
    {
        Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
        Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "true");
    }

    public HallHost()
    {
        UseKestrel(0);
    }

    public string DataDirectory => folder;

    public SandboxServer Sandbox => Services.GetRequiredService<DemoCity>().Sandbox!;

    /// <summary>Where it listens, once it is started.</summary>
    public Uri Address => ClientOptions.BaseAddress;

    public IReadOnlyDictionary<string, string> Settings => settings;

    public HallHost With(string name, string value)
    {
        settings[name] = value;
        return this;
    }

    /// <summary>Changes the hall's services, after the hall has registered its own.</summary>
    public HallHost With(Action<IServiceCollection> change)
    {
        changes.Add(change);
        return this;
    }

    /// <summary>Leaves out a service that runs in the background: the test does its work.</summary>
    public HallHost Without<TService>() where TService : IHostedService => With(services =>
        services.Remove(services.Single(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType == typeof(TService))));

    /// <summary>One more hall on the same database and folder, as behind a load balancer.</summary>
    public HallHost Another()
    {
        var other = new HallHost().With("Hall:DataDirectory", folder);
        foreach (var (name, value) in settings) other.With(name, value);
        foreach (var change in changes) other.With(change);
        return other.Start();
    }

    public HallHost In(string environmentName)
    {
        environment = environmentName;
        return this;
    }

    /// <summary>Uses the database that another hall was given.</summary>
    public HallHost OnDatabaseOf(HallHost other)
    {
        foreach (var (name, value) in other.settings.Where(s => s.Key is "Hall:DataDirectory" or "Hall:Database" or "Hall:ConnectionString")) settings[name] = value;
        return this;
    }

    public HallHost Start()
    {
        StartServer();
        return this;
    }

    public T Make<T>() => ActivatorUtilities.CreateInstance<T>(Services);

    /// <summary>Runs something with the hall's services.</summary>
    public async Task<T> UseAsync<TService, T>(Func<TService, Task<T>> use) where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Waits for what comes about in the background, at most a minute.</summary>
    public static async Task<T> UntilAsync<T>(Func<Task<T?>> find) where T : class
    {
        for (var i = 0; i < 600; i++)
        {
            if (await find() is { } found) return found;
            await Task.Delay(100);
        }
        throw new TimeoutException("It did not come about within a minute.");
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(environment);
        builder.UseContentRoot(Path.Combine(Root, "src", "Hall"));
        builder.UseSetting("Hall:DataDirectory", folder);
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        foreach (var (name, value) in settings) builder.UseSetting(name, value);
        builder.ConfigureServices(services => changes.ForEach(change => change(services)));
    }

    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "Tongban.slnx")) ? folder : FindRoot(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(folder))!);

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }
}
