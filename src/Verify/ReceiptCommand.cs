using Tongban.TransparencyLog;

namespace Tongban.Verify;

internal static class ReceiptCommand
{
    public static int Run(string file, string? keyFile, TextWriter output)
    {
        var key = InputFile.Key(keyFile);
        var receipt = Receipt.Read(InputFile.Text(file));
        if (!receipt.Ok) return Outcome.Unreadable(output, file, receipt.Problem);
        output.WriteLine(Terminal.Printable($"办件 Case {receipt.Value.CaseNumber} · 账本 Ledger {receipt.Value.Origin}"));
        return Outcome.Tell(output, receipt.Value.Verify(key));
    }

    /// <summary>Writes out what the promise signs, for checking with other tools.</summary>
    public static int WritePromise(string file, TextWriter output)
    {
        var receipt = Receipt.Read(InputFile.Text(file));
        if (!receipt.Ok) return Outcome.Unreadable(output, file, receipt.Problem);
        if (LogHash.Named(receipt.Value.Hash) is null)
            return Outcome.Unreadable(output, file, new Problem($"不认识散列算法 {receipt.Value.Hash}", $"unknown hash {receipt.Value.Hash}"));
        output.Write(receipt.Value.PromiseText());
        return Outcome.Proved;
    }
}
