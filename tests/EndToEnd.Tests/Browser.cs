using System.Collections.Concurrent;
using Microsoft.Playwright;
using Tongban.Hall.Tests.Support;

[assembly: AssemblyFixture(typeof(Tongban.EndToEnd.Tests.Browser))]

namespace Tongban.EndToEnd.Tests;

/// <summary>One hall and one Chromium for all tests; each test has a context of its own.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright playwright = null!;
    private IBrowser chromium = null!;
    private readonly ConcurrentDictionary<string, Lazy<Task<Resident>>> residents = [];

    public HallHost Hall { get; } = new();

    /// <summary>An ignored folder for pictures of what the tests saw.</summary>
    public static string Pictures { get; } = Directory.CreateDirectory(Path.Combine(HallHost.Root, "artifacts", "screenshots")).FullName;

    public async ValueTask InitializeAsync()
    {
        Hall.Start();
        playwright = await Playwright.CreateAsync();
        chromium = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = "/usr/bin/chromium", Args = Arguments });
    }

    /// <summary>A person who has signed in once, for all who look at her pages: with a granted case, a waiting one and a draft.</summary>
    public Task<Resident> ResidentAsync(string name) =>
        residents.GetOrAdd(name, n => new Lazy<Task<Resident>>(async () => await Resident.SettleAsync(await OpenAsync(script: false), n))).Value;

    /// <param name="state">Cookies of somebody who has signed in.</param>
    public async Task<IPage> OpenAsync(int width = 1280, bool script = true, string? state = null, int height = 900)
    {
        var context = await chromium.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Hall.Address.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = height },
            JavaScriptEnabled = script,
            StorageState = state,
            // What glides into view is not yet there when it is measured.
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(20_000);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await chromium.CloseAsync();
        playwright.Dispose();
        await Hall.DisposeAsync();
    }
}
