using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Tongban.EndToEnd.Tests;

/// <summary>Looks at one page as many people see it. A page is loaded once; views are what the server would write onto its first element.</summary>
internal sealed class PageChecks(IPage page, List<string> faults)
{
    private const int MostBytes = 60 * 1024;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    // The rules that hang on how a page looks; the others say the same in every view.
    private static readonly string[] Looks = ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable", "bypass", "region", "meta-viewport"];

    private static readonly (string Scale, string Theme, int Width)[] Views =
    [
        ("", "", 1280), ("", "", 390), ("elder", "", 1280), ("elder", "", 390), ("", "contrast", 1280), ("", "contrast", 390), ("", "dark", 390),
    ];

    public async Task CheckAsync(string path)
    {
        await LoadAsync(path);
        await EveryStopIsSeenAsync(path);
        await PrintsPlainAsync(path);
        foreach (var (scale, theme, width) in Views)
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.EvaluateAsync("v => { const d = document.documentElement.dataset; d.scale = v[0]; d.theme = v[1]; }", new[] { scale, theme });
            var view = $"{path} {scale}{theme} {width}";
            await AxeAsync(view, scale.Length + theme.Length == 0 && width == 1280 ? [] : Looks);
            if (scale == "elder" && width == 390) await ReachableAsync(view, 60);
            if (theme.Length == 0) await FitsAsync(view);
        }
    }

    public async Task LoadAsync(string path)
    {
        var requests = new List<IRequest>();
        void Count(object? _, IRequest request) => requests.Add(request);
        page.RequestFinished += Count;
        await page.GotoAsync(path);
        page.RequestFinished -= Count;
        var bytes = 0L;
        foreach (var request in requests) bytes += (await request.SizesAsync()).ResponseBodySize;
        if (bytes > MostBytes) faults.Add($"{path}: {bytes / 1024} KB");
        if ((await page.ContentAsync()).Contains("<zw-", StringComparison.Ordinal)) faults.Add($"{path}: a component was not rendered");
    }

    /// <param name="rules">None: all.</param>
    public async Task AxeAsync(string view, params string[] rules)
    {
        if (!await page.EvaluateAsync<bool>("'axe' in window")) await page.EvaluateAsync(Axe);
        faults.AddRange((await page.EvaluateAsync<string[]>("""
            rules => axe.run(document, { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } }, ...(rules.length ? { runOnly: { type: 'rule', values: rules } } : {}) })
                .then(result => result.violations.map(v => `${v.id}: ${v.help} ${v.nodes.slice(0, 2).map(n => n.html).join(' | ')}`))
            """, rules)).Select(fault => $"{view}: {fault}"));
    }

    /// <summary>Whatever is pressed is big enough, except links within a line of text.</summary>
    public async Task ReachableAsync(string view, int height) => faults.AddRange((await page.EvaluateAsync<string[]>("""
        least => [...document.querySelectorAll('a[href], button, summary, select, textarea, input:not([type=hidden], [type=radio], [type=checkbox]), label.opt')]
            .filter(e => e.offsetParent && !e.matches('.skip') && !(e.matches('a') && getComputedStyle(e).display === 'inline'))
            .filter(e => e.getBoundingClientRect().height < least - .5)
            .map(e => `${Math.round(e.getBoundingClientRect().height)} px high: ${e.outerHTML.slice(0, 90)}`)
        """, height)).Select(fault => $"{view}: {fault}"));

    private async Task FitsAsync(string view)
    {
        await page.SetViewportSizeAsync(320, 800);
        var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        if (wide > 320) faults.Add($"{view}: {wide} px wide on a screen of 320");
    }

    // Tab by tab as a person would: each stop has its ring, lies on the screen, and nothing lies over it.
    private async Task EveryStopIsSeenAsync(string path)
    {
        await page.EvaluateAsync("window.stops = []");
        // Twice around: where something is focused at once, the first round begins there.
        for (int i = 0, rounds = 0; i < 300 && rounds < 2; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            var fault = await page.EvaluateAsync<string?>("""
                () => {
                    const e = document.activeElement;
                    if (!e || e === document.body || window.stops.includes(e)) return 'end';
                    window.stops.push(e);
                    const style = getComputedStyle(e), box = e.getBoundingClientRect();
                    if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) return 'no ring';
                    const x = Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1), y = Math.min(Math.max(box.top + box.height / 2, 1), innerHeight - 1);
                    if (box.width === 0 || box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) return 'off the screen';
                    const top = document.elementFromPoint(x, y);
                    return top && (e.contains(top) || top.contains(e)) ? null : `covered by ${top && top.outerHTML.slice(0, 60)}`;
                }
                """);
            if (fault == "end") rounds++;
            else if (fault is not null) faults.Add($"{path}: {fault}: {await page.EvaluateAsync<string>("document.activeElement.outerHTML.slice(0, 90)")}");
        }
        faults.AddRange((await page.EvaluateAsync<string[]>("""
            () => document.activeElement.blur() || [...document.querySelectorAll('a[href], button, summary, select, textarea, input:not([type=hidden], [type=radio])')]
                .filter(e => e.checkVisibility({ visibilityProperty: true }) && !window.stops.includes(e)).map(e => e.outerHTML.slice(0, 90))
            """)).Select(e => $"{path}: not reached by Tab: {e}"));
    }

    private async Task PrintsPlainAsync(string path)
    {
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        faults.AddRange((await page.EvaluateAsync<string[]>("""
            () => [...document.body.querySelectorAll('*')].filter(e => e.checkVisibility()).flatMap(e => {
                const style = getComputedStyle(e);
                if (e.matches('nav, button, .btn, footer, .id, .skip')) return [`printed: ${e.outerHTML.slice(0, 60)}`];
                if (style.backgroundColor !== 'rgba(0, 0, 0, 0)' || style.backgroundImage !== 'none') return [`printed with a background: ${e.outerHTML.slice(0, 60)}`];
                return [];
            }).slice(0, 3)
            """)).Select(fault => $"{path}: {fault}"));
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen });
    }
}
