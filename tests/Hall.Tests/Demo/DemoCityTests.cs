using Tongban.Hall.Cases;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Tests.Support;

namespace Tongban.Hall.Tests.Demo;

public class DemoCityTests
{
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
        Assert.True(await second.UseAsync<HallDb, bool>(db => Task.FromResult(db.Set<Case>().Any(c => c.Id == granted))));
        Directory.Delete(folder, recursive: true);
    }
}
