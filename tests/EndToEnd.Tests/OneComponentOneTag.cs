using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Tongban.Hall.Tests.Support;

namespace Tongban.EndToEnd.Tests;

/// <summary>Markup cannot drift: each component has one tag, /design shows them all, and no page writes by hand what a tag draws.</summary>
public partial class OneComponentOneTag
{
    private static readonly string Hall = Path.Combine(HallHost.Root, "src", "Hall");

    private static readonly string[] Pages = [.. Directory.EnumerateFiles(Hall, "*.cshtml", SearchOption.AllDirectories).Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}"))];

    private static readonly string[] Tags =
    [
        .. typeof(Program).Assembly.GetTypes().SelectMany(t => t.GetCustomAttributes<HtmlTargetElementAttribute>()).Select(a => a.Tag)
            .Where(t => t.StartsWith("zw-", StringComparison.Ordinal)).Distinct().Order(),
    ];

    [Fact]
    public void EveryTag_StandsOnTheDesignPage()
    {
        var shown = File.ReadAllText(Path.Combine(Hall, "Platform", "Web", "Design", "Design.cshtml")) + File.ReadAllText(Path.Combine(Hall, "Shared", "_Layout.cshtml"));
        Assert.DoesNotContain(Tags, tag => !Regex.IsMatch(shown, $@"<{tag}[\s/>]"));
    }

    [Fact]
    public void EveryTag_IsUsedByAPage()
    {
        var used = string.Concat(Pages.Where(p => !p.EndsWith("Design.cshtml", StringComparison.Ordinal)).Select(File.ReadAllText));
        Assert.DoesNotContain(Tags, tag => !Regex.IsMatch(used, $@"<{tag}[\s/>]"));
    }

    [Fact]
    public void NoPage_WritesByHandWhatATagDraws()
    {
        var faults = from page in Pages from Match match in ByHand().Matches(File.ReadAllText(page)) select $"{Path.GetFileName(page)}: {match.Value}";
        Assert.Empty(faults);
    }

    [GeneratedRegex("""<button|<details|<table|<footer|<input (?!type="hidden")|<select|<textarea|class="(btn|tag|note|panel|result|seg|tabs|by|crumb|back|svc|topics|search|strip|steps|dl|answers|files|licence|empty|reasons|hist|clock|toc|err-sum|field|bar-apply)["\s]""")]
    private static partial Regex ByHand();
}
