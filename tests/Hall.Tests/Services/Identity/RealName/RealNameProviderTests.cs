using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Tongban.Hall.Services.Identity.RealName;
using Tongban.Hall.Tests.Support;
using Tongban.Sandbox.People;
using Tongban.Sandbox.RealName;
using Tongban.Sandbox.Registries;

namespace Tongban.Hall.Tests.Services.Identity.RealName;

/// <summary>The contract of a real-name provider's connector, against a provider that lies, hangs and breaks.</summary>
public sealed class RealNameProviderTests : IDisposable
{
    private readonly HallHost host = new HallHost().With("Hall:RealName:Limits:PerAttempt", "00:00:01").With("Hall:RealName:Limits:RestAfter", "100000").Start();
    private readonly Person lin = DemoPeople.Of(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddHours(8).Date))[0].Person;

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task EachProof_IsAnsweredForItself_WithEvidence()
    {
        var has = Proofs.Of(lin);
        var answer = await AskAsync(lin.Name, new(ProofKind.Mobile, lin.Mobile), new(ProofKind.BankCard, has[Proofs.BankCard]), new(ProofKind.SocialSecurityCard, "Z00000000"),
            new(ProofKind.ProvidentFund, has[Proofs.ProvidentFund]), new(ProofKind.DrivingLicence, has[Proofs.BankCard]));

        Assert.Equal((RealNameStatus.Known, null), (answer.Status, answer.Problem));
        Assert.Equal([ProofKind.Mobile, ProofKind.BankCard, ProofKind.ProvidentFund], answer.Matches);
        Assert.NotEmpty(answer.Evidence!.Signature);
    }

    [Fact]
    public async Task NameThatDoesNotBelongToTheNumber_IsUnknown_AndNothingIsCompared()
    {
        var answer = await AskAsync("林小雯", new Proof(ProofKind.Mobile, lin.Mobile));

        Assert.Equal(RealNameStatus.Unknown, answer.Status);
        Assert.Empty(answer.Matches);
    }

    [Theory]
    [InlineData(FaultMode.Down, RealNameStatus.Unavailable, "unreachable")]
    [InlineData(FaultMode.LostAnswer, RealNameStatus.Unavailable, "unreachable")]
    [InlineData(FaultMode.Hang, RealNameStatus.Unavailable, "timeout")]
    [InlineData(FaultMode.Stall, RealNameStatus.Unavailable, "timeout")]
    [InlineData(FaultMode.Error500, RealNameStatus.Unavailable, "http-500")]
    [InlineData(FaultMode.WrongSignature, RealNameStatus.Untrusted, "wrong-signature")]
    [InlineData(FaultMode.OtherRegister, RealNameStatus.Untrusted, "wrong-signature")]
    [InlineData(FaultMode.Garbage, RealNameStatus.Untrusted, "unreadable")]
    [InlineData(FaultMode.Stale, RealNameStatus.Untrusted, "too-old")]
    [InlineData(FaultMode.Future, RealNameStatus.Untrusted, "from-the-future")]
    [InlineData(FaultMode.OtherPerson, RealNameStatus.Untrusted, "another-person")]
    [InlineData(FaultMode.Flood, RealNameStatus.Untrusted, "too-long")]
    public async Task ProviderThatFails_ProvesNothing_AndSaysWhy(FaultMode mode, RealNameStatus status, string problem)
    {
        host.Sandbox.Break("realname", new Fault(mode));

        var started = Stopwatch.GetTimestamp();
        var answer = await AskAsync(lin.Name, new Proof(ProofKind.Mobile, lin.Mobile));

        Assert.Equal((status, problem), (answer.Status, answer.Problem));
        Assert.Empty(answer.Matches);
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(7));
        host.Sandbox.Break("realname", Fault.None);
        Assert.Equal(RealNameStatus.Known, (await AskAsync(lin.Name, new Proof(ProofKind.Mobile, lin.Mobile))).Status);
    }

    private Task<RealNameAnswer> AskAsync(string name, params Proof[] proofs) =>
        host.Services.GetRequiredService<IRealNameProvider>().AskAsync(new RealNameQuestion(lin.Number, name, proofs, "核对", "account-1"), CancellationToken.None);
}
