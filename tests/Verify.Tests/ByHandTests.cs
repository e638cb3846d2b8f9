using System.ComponentModel;
using System.Diagnostics;
using Tongban.Sm;
using Tongban.TransparencyLog;

namespace Tongban.Verify.Tests;

/// <summary>Runs the commands of docs/adr/0003-ledger.md as they stand there.</summary>
public sealed class ByHandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("byhand").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task DocumentedCommands_VerifyCheckpointAndPromise()
    {
        await PrepareAsync();
        Assert.Equal(["Verified OK", "Verified OK"], Bash(Documented()));

        using var output = new StringWriter();
        VerifyProgram.Run(["promise", Path("receipt.json")], output, TextWriter.Null);
        Assert.Equal(output.ToString(), File.ReadAllText(Path("promise.txt")));
    }

    [Fact]
    public async Task DocumentedCommands_RefuseAnotherCaseNumberAndAnotherSize()
    {
        await PrepareAsync();
        Change("receipt.json", "SAMPLE-1", "SAMPLE-2");
        Change("checkpoint.txt", "\n1\n", "\n2\n");
        Assert.DoesNotContain("Verified OK", Bash(Documented()));
    }

    private async Task PrepareAsync()
    {
        var key = Sm2Key.Generate();
        var receipt = await new SmallLedger(key).ReceiptAsync(proved: true);
        File.WriteAllText(Path("receipt.json"), receipt.ToJson());
        File.WriteAllText(Path("checkpoint.txt"), receipt.Checkpoint);
        File.WriteAllText(Path("ledger.pem"), key.PublicKey.ToPem());
    }

    private static string Documented()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(root!.FullName, "Tongban.slnx"))) root = root.Parent;
        var text = File.ReadAllText(System.IO.Path.Combine(root.FullName, "docs", "adr", "0003-ledger.md"));
        return text.Split("```sh\n")[1].Split("```")[0];
    }

    private string[] Bash(string script)
    {
        var start = new ProcessStartInfo("bash", ["-c", $"command -v openssl >/dev/null && command -v jq >/dev/null || exit 77; {script}"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var bash = Process.Start(start)!;
            bash.ErrorDataReceived += (_, _) => { };
            bash.BeginErrorReadLine();
            var output = bash.StandardOutput.ReadToEnd();
            bash.WaitForExit();
            Assert.SkipWhen(bash.ExitCode == 77, "openssl and jq are needed to run the documented commands.");
            return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
        catch (Win32Exception)
        {
            Assert.Skip("bash is needed to run the documented commands.");
            return [];
        }
    }

    private void Change(string file, string part, string other)
    {
        var text = File.ReadAllText(Path(file));
        Assert.Contains(part, text, StringComparison.Ordinal);
        File.WriteAllText(Path(file), text.Replace(part, other, StringComparison.Ordinal));
    }

    private string Path(string name) => System.IO.Path.Combine(folder, name);
}
