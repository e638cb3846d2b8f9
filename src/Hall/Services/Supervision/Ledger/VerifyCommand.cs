using System.Globalization;

namespace Tongban.Hall.Services.Supervision.Ledger;

/// <summary>`-- verify`: holds the whole database against the ledger and names whatever does not agree.</summary>
public static class VerifyCommand
{
    public static async Task<int> RunAsync(IServiceProvider services, TextWriter output)
    {
        await using var scope = services.CreateAsyncScope();
        var report = await ActivatorUtilities.CreateInstance<LedgerCheck>(scope.ServiceProvider).RunAsync();
        foreach (var finding in report.Findings) await output.WriteLineAsync(finding.ToString());
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"核对了 {report.Leaves} 条账本记录（其中 {report.Erased} 条已随注销清除）、{report.Rows} 行数据、{report.Files} 个文件，发现 {report.Findings.Count} 处不符。 " +
            $"Checked {report.Leaves} ledger entries ({report.Erased} erased with their persons), {report.Rows} rows and {report.Files} files: {report.Findings.Count} findings."));
        return report.Findings.Count == 0 ? 0 : 1;
    }
}
