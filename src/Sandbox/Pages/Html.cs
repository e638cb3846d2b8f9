using System.Net;

namespace Tongban.Sandbox.Pages;

/// <summary>A page's frame and safe text.</summary>
internal static class Html
{
    public static string Page(string title, string body) => $$"""
        <!doctype html>
        <html lang="zh-Hans"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{{title}} · 沙盒</title>
        <style>
        body { font: 1rem/1.7 "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; max-width: 64rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; color: #16202B }
        h1 { font-size: 1.6rem } h2 { font-size: 1.2rem; margin-top: 2rem } a { color: #0B5CAD }
        .scroll { overflow-x: auto } table { border-collapse: collapse; width: 100% }
        td, th { text-align: left; vertical-align: top; padding: .5rem .8rem .5rem 0; border-bottom: 1px solid #D7DDE3 }
        form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center }
        input, select, button { font: inherit; padding: .2rem .5rem; min-height: 2rem } .broken { color: #A3160F; font-weight: 700 }
        .plain { list-style: none; padding: 0 } .plain li { padding: .8rem 0; border-bottom: 1px solid #D7DDE3 }
        .num { font-variant-numeric: tabular-nums; white-space: nowrap }
        </style></head><body>
        {{body}}
        </body></html>
        """;

    public static string Safe(string text) => WebUtility.HtmlEncode(text);
}
