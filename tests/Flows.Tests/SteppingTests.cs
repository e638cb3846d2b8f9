using Tongban.Flows.Tests.Support;

namespace Tongban.Flows.Tests;

public class SteppingTests
{
    private const string Line = "start s\nuser handle role=handle days=5\nuser check\nuser approve\nend e\ns > handle > check > approve > e";

    [Fact]
    public void Line_IsDoneStepByStep()
    {
        var player = new Player(Sketch.Sound(Line));
        Assert.Equal("handle", player.Open);
        Assert.Equal("check", player.Do("handle").Open);
        Assert.Equal("approve", player.Do("check").Open);
        Assert.True(player.Do("approve").Ended);
        Assert.Equal([new Ended("e")], player.Commands);
    }

    [Theory]
    [InlineData("a", "x")]
    [InlineData("b", "y")]
    [InlineData("a b", "x")]
    [InlineData("", "z")]
    public void ExclusiveGateway_TakesTheFirstWayThatHolds_OrElseTheDefault(string yes, string expected)
    {
        var player = new Player(Sketch.Sound("start s\nxor g default=w4\nuser x\nuser y\nuser z\nxor m\nend e\ns > g\ng > x : a\ng > y : b\ng > z\nx > m > e\ny > m\nz > m"), yes.Split(' '));
        Assert.Equal(expected, player.Open);
        Assert.True(player.Do(expected).Ended);
    }

    [Fact]
    public void NoWayThatHolds_IsRefused_AndNothingHasChanged()
    {
        var flow = Sketch.Sound("start s\nuser first\nxor g\nuser x\nuser y\nend e\ns > first > g\ng > x : a\ng > y : b\nx > e\ny > e");
        var player = new Player(flow);
        var refused = flow.Step(player.State, new Done(player.TokenAt("first")), player.Facts);
        Assert.Equal("flow-no-way", Assert.Single(refused.Problems).Code);
        player.Says("b");
        Assert.Equal("y", player.Do("first").Open);
    }

    [Fact]
    public void ConditionWithoutAnAnswer_IsRefused()
    {
        var flow = Sketch.Sound("start s\nxor g\nuser x\nuser y\nend e\ns > g\ng > x : a\ng > y : b\nx > e\ny > e");
        Assert.Equal("flow-no-answer", flow.Start(new FlowFacts { Holds = (_, _) => null }).Problems.Single().Code);
    }

    [Fact]
    public void ParallelGateway_WaitsForAll()
    {
        var player = new Player(Sketch.Sound("start s\nand f\nuser a\nuser b\nuser c\nand j\nuser last\nend e\ns > f > a > j > last > e\nf > b > j\nf > c > j"));
        Assert.Equal("a b c", player.Open);
        Assert.Equal("a c", player.Do("b").Open);
        Assert.Equal("c", player.Do("a").Open);
        Assert.Equal("last", player.Do("c").Open);
    }

    [Theory]
    [InlineData("a", "x", "last")]
    [InlineData("a c", "x z", "z")]
    [InlineData("a b c", "x y z", "y z")]
    public void InclusiveGateway_WaitsForWhatCanStillCome_AndNoMore(string yes, string open, string afterX)
    {
        var player = new Player(Sketch.Sound("start s\nor f\nuser x\nuser y\nuser z\nor j\nuser last\nend e\ns > f\nf > x : a\nf > y : b\nf > z : c\nx > j > last > e\ny > j\nz > j"), yes.Split(' '));
        Assert.Equal(open, player.Open);
        Assert.Equal(afterX, player.Do("x").Open);
        foreach (var rest in open.Split(' ').Where(n => n != "x")) player.Do(rest);
        Assert.Equal("last", player.Open);
    }

    [Fact]
    public void Countersigning_ByAll_OpensOneForEach_AndGoesOnAfterTheLast()
    {
        var player = new Player(Sketch.Sound("start s\nuser sign times=3\nuser last\nend e\ns > sign > last > e"));
        Assert.Equal([1, 2, 3], player.Commands.OfType<Open>().Select(o => o.Instance));
        player.Do("sign").Do("sign");
        Assert.Equal("sign", player.Open);
        Assert.Equal("last", player.Do("sign").Open);
    }

    [Fact]
    public void Countersigning_ByQuorum_WithdrawsTheRest()
    {
        var player = new Player(Sketch.Sound("start s\nuser sign times=5 until=quorum\nuser last\nend e\ns > sign > last > e"));
        player.Do("sign", agreed: false).Do("sign");
        Assert.Equal("sign sign sign", player.Open);
        player.Do("sign");
        Assert.Equal(2, player.Commands.OfType<Close>().Count());
        Assert.Equal("last", player.Open);
    }

    [Fact]
    public void OneAfterTheOther_OpensTheNextWhenOneIsDone()
    {
        var player = new Player(Sketch.Sound("start s\nuser sign times=3 sequential=yes\nend e\ns > sign > e"));
        Assert.Equal("sign", player.Open);
        Assert.Equal(2, Assert.IsType<Open>(Assert.Single(player.Do("sign").Commands)).Instance);
        Assert.True(player.Do("sign").Do("sign").Ended);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    [InlineData(null)]
    public void CountThatMakesNoSense_IsRefused(int? count)
    {
        var flow = Sketch.Sound("start s\nuser sign times=n\nend e\ns > sign > e");
        Assert.Equal("flow-no-count", flow.Start(new FlowFacts { Holds = (_, _) => true, Count = _ => count }).Problems.Single().Code);
    }

    [Fact]
    public void Subprocess_EndsWhenAllWithinHasEnded()
    {
        var player = new Player(Sketch.Sound("start s\nsub x {\nstart i\nand f\nuser a\nuser b\nend ea\nend eb\ni > f > a > ea\nf > b > eb\n}\nuser last\nend e\ns > x > last > e"));
        Assert.Equal("b", player.Do("a").Open);
        Assert.Equal("last", player.Do("b").Open);
    }

    [Fact]
    public void SubprocessDoneSeveralTimes_RunsEachByItself()
    {
        var player = new Player(Sketch.Sound("start s\nsub x times=2 {\nstart i\nuser a\nuser b\nend z\ni > a > b > z\n}\nend e\ns > x > e"));
        Assert.Equal("a a", player.Open);
        Assert.Equal("a b", player.Do("a").Open);
        Assert.Equal("a", player.Do("b").Open);
        Assert.True(player.Do("a").Do("b").Ended);
    }

    [Fact]
    public void Terminate_WithdrawsAllThatIsUnderWay_ButWithinASubprocessOnlyThere()
    {
        var whole = new Player(Sketch.Sound("start s\nand f\nuser a\nuser b\nterminate t\nend e\ns > f > a > t\nf > b > e"));
        whole.Do("a");
        Assert.True(whole.Ended);
        Assert.Single(whole.Commands.OfType<Close>());

        var part = new Player(Sketch.Sound("start s\nsub x {\nstart i\nand f\nuser a\nuser b\nterminate t\nend eb\ni > f > a > t\nf > b > eb\n}\nuser last\nend e\ns > x > last > e"));
        Assert.Equal("last", part.Do("a").Open);
    }

    [Fact]
    public void TimerOnTheEdge_ThatInterrupts_WithdrawsTheTask()
    {
        const string sketch = "start s\nuser a\nontimer late on=a\nuser remind\nend e\nend e2\ns > a > e\nlate > remind > e2";
        var player = new Player(Sketch.Sound(sketch)).Time("late");
        Assert.Equal("remind", player.Open);
        Assert.Single(player.Commands.OfType<Close>());

        var inTime = new Player(Sketch.Sound(sketch)).Do("a");
        Assert.True(inTime.Ended);
        Assert.Single(inTime.Commands.OfType<DropTimer>());
    }

    [Fact]
    public void TimerOnTheEdge_ThatDoesNotInterrupt_GoesOffOnce_AndTheTaskGoesOn()
    {
        var flow = Sketch.Sound("start s\nuser a\nontimer late on=a goeson=yes\nuser remind\nend e\nend e2\ns > a > e\nlate > remind > e2");
        var player = new Player(flow);
        var token = player.TokenAt("a");
        Assert.Equal("a remind", player.Time("late").Open);
        Assert.Equal("flow-not-waiting", flow.Step(player.State, new TimeCame(token, "late"), player.Facts).Problems.Single().Code);
        Assert.True(player.Do("a").Do("remind").Ended);
    }

    [Fact]
    public void MessageOnTheEdgeOfASubprocess_EndsAllThatRunsInside()
    {
        var player = new Player(Sketch.Sound("start s\nsub x {\nstart i\nand f\nuser a\nuser b\nand j\nend z\ni > f > a > j > z\nf > b > j\n}\nonmessage m1 on=x\nuser after\nend e\nend e2\ns > x > e\nm1 > after > e2"));
        player.Do("a").Message();
        Assert.Equal("after", player.Open);
        Assert.Equal(["b"], player.Commands.OfType<Close>().Select(c => c.Node));
    }

    [Fact]
    public void Message_IsGivenToWhoeverHasWaitedLongest_AndToOneOnly()
    {
        var player = new Player(Sketch.Sound("start s\nand f\nmessage m1\nmessage m2\nuser a\nuser b\nand j\nend e\ns > f > m1 > a > j > e\nf > m2 > b > j"));
        Assert.Equal("a", player.Message().Open);
        Assert.Equal("a b", player.Message().Open);
    }

    [Fact]
    public void WhatNobodyWaitsFor_IsRefused()
    {
        var flow = Sketch.Sound(Line);
        var player = new Player(flow);
        var first = player.TokenAt("handle");
        player.Do("handle");
        foreach (var wrong in new FlowEvent[] { new Done(first), new Done(99), new TimeCame(first, "handle"), new TimeCame(first, "nowhere"), new MessageCame("reply") })
            Assert.Equal("flow-not-waiting", flow.Step(player.State, wrong, player.Facts).Problems.Single().Code);
    }

    [Fact]
    public void Stopped_WithdrawsEverything()
    {
        var player = new Player(Sketch.Sound("start s\nand f\nuser a times=2\nsub x {\nstart i\nuser b\nend z\ni > b > z\n}\ntimer t\nand j\nend e\ns > f > a > j > e\nf > x > j\nf > t > j")).Stop();
        Assert.True(player.Ended);
        Assert.Equal(3, player.Commands.OfType<Close>().Count());
        Assert.Single(player.Commands.OfType<DropTimer>());
    }

    [Fact]
    public void StateOfAnotherFlow_IsRefused()
    {
        var other = new Player(Sketch.Sound("start s\nuser elsewhere\nend e\ns > elsewhere > e"));
        Assert.Equal("flow-state", Sketch.Sound(Line).Step(other.State, new Done(other.TokenAt("elsewhere")), other.Facts).Problems.Single().Code);
    }
}
