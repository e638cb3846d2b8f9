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

    public HallHost Hall { get; } = new();

    /// <summary>An ignored folder for pictures of what the tests saw.</summary>
    public static string Pictures { get; } = Directory.CreateDirectory(Path.Combine(HallHost.Root, "artifacts", "screenshots")).FullName;

    public async ValueTask InitializeAsync()
    {
        Hall.Start();
        playwright = await Playwright.CreateAsync();
        chromium = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = "/usr/bin/chromium", Args = Arguments });
    }

    public async Task<IPage> OpenAsync(int width = 1280, bool script = true)
    {
        var context = await chromium.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Hall.Address.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            JavaScriptEnabled = script,
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
