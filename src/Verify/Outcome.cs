using Tongban.TransparencyLog;

namespace Tongban.Verify;

/// <summary>Tells findings and the conclusion, and turns them into the exit code.</summary>
internal static class Outcome
{
    public const int Proved = 0, Failed = 1, Usage = 2, Pending = 3;

    public static int Tell(TextWriter output, params IReadOnlyCollection<ProofFinding> findings)
    {
        foreach (var finding in findings)
            output.WriteLine($"{Mark(finding.State)} {Terminal.Printable(finding.Zh)} | {Terminal.Printable(finding.En)}");
        switch (findings.Max(f => f.State))
        {
            case ProofState.Proved:
                output.WriteLine("结论：全部有效。 Conclusion: everything holds.");
                return Proved;
            case ProofState.Pending:
                output.WriteLine("结论：没有发现问题，但标“…”的还没有证明。 Conclusion: nothing is wrong, but what is marked … is not proved yet.");
                return Pending;
            default:
                output.WriteLine("结论：标“✗”的不成立，不要相信。 Conclusion: what is marked ✗ does not hold; do not rely on it.");
                return Failed;
        }
    }

    public static int Unreadable(TextWriter output, string file, Problem problem)
    {
        output.WriteLine($"✗ {file}：{Terminal.Printable(problem.Zh)} | {Terminal.Printable(problem.En)}");
        return Failed;
    }

    private static char Mark(ProofState state) => state switch { ProofState.Proved => '✓', ProofState.Pending => '…', _ => '✗' };
}
