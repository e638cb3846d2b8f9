using System.Diagnostics;
using Tongban.Hall.Tests.Support;

namespace Tongban.Hall.Tests.Demo;

/// <summary>Production is refused, in words that say what to do, before anything is opened.</summary>
public class ProductionGuardTests
{
    [Theory]
    [InlineData("", "Hall:KeysDirectory")]
    [InlineData("--Hall:Demo=true", "Hall:Demo")]
    [InlineData("--Hall:KeysDirectory=/nowhere", "/nowhere")]
    [InlineData("--Hall:KeysDirectory=/tmp", "Hall:PublicUrl")]
    public void StartWithoutWhatIsNeeded_IsRefused(string argument, string named)
    {
        var hall = Path.Combine(AppContext.BaseDirectory, "Tongban.Hall.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", $"{hall} --environment Production --urls http://127.0.0.1:0 {argument}")
        {
            RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = Directory.CreateTempSubdirectory().FullName,
        })!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.NotEqual(0, process.ExitCode);
        Assert.Contains(named, errors);
    }

    [Fact]
    public async Task SecondStart_KeepsEverything()
    {
        var folder = Directory.CreateTempSubdirectory("tongban-again-").FullName;
        Guid granted;
        await using (var first = new HallHost().With("Hall:DataDirectory", folder).Start())
        {
            var graduate = await new Graduate(first).FillInAsync();
            granted = (await graduate.SubmitAsync()).Value!.Id;
        }
        await using var second = new HallHost().With("Hall:DataDirectory", folder).Start();
        Assert.True(await second.UseAsync<Tongban.Hall.Platform.Data.HallDb, bool>(db => Task.FromResult(db.Set<Tongban.Hall.Cases.Case>().Any(c => c.Id == granted))));
        Directory.Delete(folder, recursive: true);
    }
}
