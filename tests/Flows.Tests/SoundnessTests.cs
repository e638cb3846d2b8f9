using Tongban.Flows.Tests.Support;

namespace Tongban.Flows.Tests;

/// <summary>A flow that could hang or run for ever is refused when it is read, with an example of how it comes to that.</summary>
public class SoundnessTests
{
    [Fact]
    public void OneWayChosen_AndAllWaitedFor_IsStuck()
    {
        var problem = Assert.Single(Sketch.Read("start s\nuser first\nxor g default=w4\nuser a\nuser b\nand j\nend e\ns > first > g\ng > a : x\ng > b\na > j > e\nb > j").Problems);
        Assert.Equal(("flow-stuck", "j"), (problem.Code, problem.Node));
        Assert.Contains("first → ", problem.En);
    }

    [Fact]
    public void SomeWaysChosen_AndAllWaitedFor_IsStuck() =>
        Assert.Equal("flow-stuck", Sketch.Read("start s\nor g default=w3\nuser a\nuser b\nand j\nend e\ns > g\ng > a : x\ng > b\na > j > e\nb > j").Problems[0].Code);

    [Fact]
    public void InterruptedBranch_ThatAllWaitFor_IsStuck() =>
        Assert.Equal("flow-stuck", Sketch.Read("start s\nand f\nuser a\nuser b\nand j\nontimer t on=a\nend e\nend lost\ns > f > a > j > e\nf > b > j\nt > lost").Problems[0].Code);

    [Fact]
    public void ForkWithinALoop_GrowsWithoutEnd() =>
        Assert.Equal("flow-overflow", Sketch.Read("start s\nxor m\nuser a\nand f\nuser b\nend e\ns > m > a > f > m\nf > b > e").Problems[0].Code);

    [Fact]
    public void LoopInWhichNobodyDoesAnything_IsRefused()
    {
        var problem = Assert.Single(Sketch.Read("start s\nxor m\nxor g default=w3\nend e\ns > m > g\ng > e\ng > m : again").Problems);
        Assert.Equal("flow-idle-loop", problem.Code);
        Assert.Contains("m → g → m", problem.En);
    }

    [Fact]
    public void LoopThroughASubprocessThatCanBePassed_IsRefused() =>
        Assert.Equal("flow-idle-loop", Sketch.Read("start s\nxor m\nsub x {\nstart i\nxor h default=w2\nuser a\nend z\ni > h > z\nh > a : often\na > z\n}\nxor g default=w8\nend e\ns > m > x > g\ng > e\ng > m : again").Problems[0].Code);

    [Theory]
    [InlineData("start s\nxor m\nuser a\nxor g default=w4\nend e\ns > m > a > g > e\ng > m : again")]
    [InlineData("start s\nand f\nuser a\nuser b\nand j\nontimer t on=a goeson=yes\nuser remind\nend e\nend e2\ns > f > a > j > e\nf > b > j\nt > remind > e2")]
    [InlineData("start s\nor f default=w4\nuser a\nuser b\nuser c\nor j\nend e\ns > f\nf > a : x\nf > b : y\nf > c\na > j > e\nb > j\nc > j")]
    [InlineData("start s\nuser a times=3 until=enough\nonmessage m on=a\nxor j\nend e\ns > a > j > e\nm > j")]
    [InlineData("start s\nuser a\nonmessage m on=a goeson=yes\nuser answer\nend e\nend e2\ns > a > e\nm > answer > e2")]
    public void FlowThatAlwaysComesToItsEnd_IsTaken(string sketch) => Assert.Empty(Sketch.Read(sketch).Problems);

    [Fact]
    public void ReviewByEightAuthoritiesAtOnce_IsStillProven()
    {
        var branches = string.Join('\n', Enumerable.Range(0, 8).Select(i => $"user h{i}\nuser a{i}"));
        var ways = string.Join('\n', Enumerable.Range(0, 8).Select(i => $"f > h{i} > a{i} > j"));
        Assert.Empty(Sketch.Read($"start s\nand f\n{branches}\nand j\nend e\ns > f\n{ways}\nj > e").Problems);
    }
}
