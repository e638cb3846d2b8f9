using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Tongban.Hall.Tests.Support;

/// <summary>The hall as a process of its own, which can be killed without a warning and whose every printed line is kept.</summary>
public sealed partial class HallProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> lines = [];
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HallProcess(IEnumerable<string> arguments)
    {
        process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Tongban.Hall.dll"), .. arguments])
            {
                RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.Combine(HallHost.Root, "src", "Hall"),
            },
            EnableRaisingEvents = true,
        };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException($"The hall ended at once:\n{Printed}"));
    }

    public Uri Address => new(Hall().Match(Printed).Groups[1].Value);

    public Uri Sandbox => new(Sand().Match(Printed).Groups[1].Value);

    public string Printed => string.Join('\n', lines);

    /// <summary>Starts a hall with a demo city; the environment is not Development, so that errors look as in production.</summary>
    public static async Task<HallProcess> StartAsync(params IEnumerable<string> arguments)
    {
        var hall = new HallProcess(["--environment", "Staging", "--urls", "http://127.0.0.1:0", .. arguments]);
        hall.Run();
        await hall.ready.Task.WaitAsync(TimeSpan.FromMinutes(2));
        return hall;
    }

    /// <summary>Runs a command of the hall to its end.</summary>
    public static async Task<(int Code, string Printed)> CommandAsync(params IEnumerable<string> arguments)
    {
        await using var hall = new HallProcess([.. arguments, "--environment", "Staging"]);
        hall.Run();
        await hall.process.WaitForExitAsync();
        _ = hall.ready.Task.Exception;
        return (hall.process.ExitCode, hall.Printed);
    }

    /// <summary>kill −9.</summary>
    public Task KillAsync()
    {
        process.Kill();
        return process.WaitForExitAsync();
    }

    /// <summary>Asks it to end, as an operator does, and waits until it has said its last word.</summary>
    public async Task StopAsync()
    {
        using var term = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) await KillAsync();
        process.Dispose();
    }

    private void Run()
    {
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    // The hall prints where its data lies last of all, when it has started.
    private void Keep(string? line)
    {
        if (line is null) return;
        lines.Enqueue(line);
        if (line.Contains("数据 Data", StringComparison.Ordinal)) ready.TrySetResult();
    }

    [GeneratedRegex(@"Tongban    (http://[^\s]+)")]
    private static partial Regex Hall();

    [GeneratedRegex(@"沙盒 Sandbox     (http://[^\s]+)")]
    private static partial Regex Sand();
}
