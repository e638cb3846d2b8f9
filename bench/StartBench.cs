using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Tongban.Bench;

/// <summary>From the start of the process to its first page: on an empty data folder, and again on the same.</summary>
internal static class StartBench
{
    private const int Rounds = 5;

    public static async Task<int> RunAsync()
    {
        var hall = Path.Combine(AppContext.BaseDirectory, "Tongban.Hall.dll");
        var (first, again) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            var data = Directory.CreateTempSubdirectory("tongban-start").FullName;
            first.Add(await FirstPageAsync(hall, data));
            again.Add(await FirstPageAsync(hall, data));
            Directory.Delete(data, recursive: true);
        }
        Console.WriteLine("| start | median s | fastest | slowest |\n|---|---|---|---|");
        foreach (var (what, times) in new[] { ("empty data folder", first), ("second start", again) })
            Console.WriteLine(FormattableString.Invariant($"| {what} | {times.Order().ElementAt(Rounds / 2):0.0} | {times.Min():0.0} | {times.Max():0.0} |"));
        return 0;
    }

    private static async Task<double> FirstPageAsync(string hall, string data)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}/");
        var watch = Stopwatch.StartNew();
        // As `dotnet run` starts it: see src/Hall/Properties/launchSettings.json.
        using var process = Process.Start(new ProcessStartInfo("dotnet", [hall, "--urls", address.ToString(), "--Hall:DataDirectory", data])
        {
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["DOTNET_TieredPGO"] = "0" },
            RedirectStandardOutput = true,
        })!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        using var http = new HttpClient();
        while (!await AnswersAsync(http, address))
        {
            if (process.HasExited) throw new InvalidOperationException($"The hall ended with code {process.ExitCode}.");
            await Task.Delay(20);
        }
        var seconds = watch.Elapsed.TotalSeconds;
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        return seconds;
    }

    private static async Task<bool> AnswersAsync(HttpClient http, Uri address)
    {
        try
        {
            using var response = await http.GetAsync(address);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
