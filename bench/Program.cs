namespace Tongban.Bench;

/// <summary>Each figure of bench/README.md is one command.</summary>
internal static class BenchProgram
{
    private static async Task<int> Main(string[] args) => args switch
    {
        ["decisions"] => DecisionsBench.Run(),
        ["firm", .. var databases] => await FirmBench.RunAsync(databases),
        ["instant", .. var databases] => await InstantBench.RunAsync(databases),
        ["pages"] => await PagesBench.RunAsync(),
        ["signin", .. var parts] => await SignInBench.RunAsync(parts),
        ["search"] => SearchBench.Run(),
        ["start"] => await StartBench.RunAsync(),
        ["tokens", .. var databases] => await TokenBench.RunAsync(databases),
        _ => Explain(),
    };

    private static int Explain()
    {
        Console.Error.WriteLine("dotnet run -c Release --project bench -- decisions | firm [sqlite] [\"Host=…\"] | instant [sqlite] [\"Host=…\"] | pages | search | signin [part] | start | tokens [sqlite] [\"Host=…\"]");
        return 2;
    }
}
