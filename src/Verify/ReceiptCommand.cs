using Tongban.Sm;
using Tongban.TransparencyLog;

namespace Tongban.Verify;

internal static class ReceiptCommand
{
    public static int Run(string file, string? keyFile, TextWriter output)
    {
        if (Receipt.Read(File.ReadAllText(file)) is not { } receipt)
        {
            output.WriteLine("✗ 这不是办件历史收据。 This is not a receipt.");
            return 1;
        }
        var key = keyFile is null ? null : Sm2PublicKey.FromPem(File.ReadAllText(keyFile));
        output.WriteLine($"办件 Case {receipt.CaseNumber}");
        var findings = receipt.Verify(key);
        foreach (var finding in findings)
            output.WriteLine($"{Mark(finding.State)} {finding.Zh} | {finding.En}");
        return findings.Any(f => f.State == ReceiptState.Failed) ? 1 : 0;
    }

    private static string Mark(ReceiptState state) => state switch { ReceiptState.Proved => "✓", ReceiptState.Pending => "…", _ => "✗" };
}
