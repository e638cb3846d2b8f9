using Tongban.Hall.Cases.Clock;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Services.Exchange;

namespace Tongban.Hall.Cases.Examples;

/// <summary><c>dotnet run --project src/Hall -- check packages [id]</c>: loads packages, shows everything that is wrong, plays the examples.</summary>
public static class PackageCheckCommand
{
    /// <param name="args">Ids of packages; none = all.</param>
    /// <param name="folder">The folder <c>packages</c>; absent = the one shipped with the program.</param>
    /// <returns>0 when all is well, 1 when something must be mended.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, string? folder = null)
    {
        var loaded = await PackageStore.LoadAllAsync(folder ?? PackagesRoom.Shipped, ExchangeRoom.Registries);
        var unknown = args.Where(id => loaded.All(l => l.Folder != id)).ToList();
        foreach (var id in unknown)
            await output.WriteLineAsync($"没有服务包 {id}\nThere is no package {id}");

        var (packages, examples, failed) = (0, 0, 0);
        var findings = new List<Finding>();
        foreach (var one in loaded.Where(l => args.Length == 0 || args.Contains(l.Folder)))
        {
            packages++;
            findings.AddRange(one.Findings);
            await output.WriteLineAsync(one.Package is { } p ? $"\n{one.Folder}  {p.Name.Zh}  {p.Version.Short}" : $"\n{one.Folder}");
            foreach (var finding in one.Findings)
                await WriteAsync(output, finding);
            var runs = one.Package is { } package ? new ExampleRunner(WorkingDayCalendar.China).Run(package) : [];
            foreach (var run in runs)
                await WriteAsync(output, run);
            examples += runs.Count;
            failed += runs.Count(r => !r.Passed);
        }
        var errors = findings.Count(f => f.IsError);
        var warnings = findings.Count(f => f.Text.Severity == FindingSeverity.Warning);
        await output.WriteLineAsync(FormattableString.Invariant(
            $"\n{packages} 个服务包，{errors} 个错误，{warnings} 个提醒；{examples} 个例子，{failed} 个不符\n{packages} packages, {errors} errors, {warnings} warnings; {examples} examples, {failed} failed"));
        return errors + failed + unknown.Count == 0 ? 0 : 1;
    }

    private static Task WriteAsync(TextWriter output, Finding finding) => output.WriteLineAsync(FormattableString.Invariant(
        $"{finding.Place}\n    {finding.Text.Zh}\n    {finding.Text.En}"));

    private static async Task WriteAsync(TextWriter output, ExampleRun run)
    {
        await output.WriteLineAsync($"  {(run.Passed ? "✓" : "✗")} {run.Example.Name.Zh} / {run.Example.Name.En}");
        foreach (var difference in run.Differences)
            await output.WriteLineAsync($"      {run.Example.File}\n      {difference.Zh}\n      {difference.En}");
    }
}
