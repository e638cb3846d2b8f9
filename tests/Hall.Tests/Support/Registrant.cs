using System.Text.RegularExpressions;
using Tongban.Sandbox.People;
using Tongban.Sandbox.RealName;

namespace Tongban.Hall.Tests.Support;

/// <summary>An invented person who registers, with what he has in his pockets and the messages on his telephone.</summary>
public sealed partial class Registrant(HallHost host, long index) : IDisposable
{
    public const string Password = "梅花香自苦寒来呀真好";

    public Person Person { get; } = host.Sandbox.People.At(index);

    public Visitor Browser { get; } = new(host.Address);

    public void Dispose() => Browser.Dispose();

    public string Proof(string kind) => Proofs.Of(Person)[kind];

    public Task<Shown> AskAsync(string? bankCard = null, string? password = Password, string? mobile = null) => Browser.PostAsync("/register", "/register",
        ("Name", Person.Name), ("Number", Person.Number), ("Mobile", mobile ?? Person.Mobile),
        ("Kind1", bankCard is null ? "" : "BankCard"), ("Value1", bankCard ?? ""), ("Password", password ?? ""));

    /// <summary>The whole way to level 2.</summary>
    public async Task<Registrant> RegisterAsync(string? password = Password)
    {
        await AskAsync(Proof(Proofs.BankCard), password);
        Assert.Equal(password is null ? "/my/account/passkeys" : "/my", (await ConfirmAsync()).Location);
        return this;
    }

    public async Task<Shown> ConfirmAsync(string? code = null) =>
        await Browser.PostAsync("/register/confirm", "/register/confirm", ("Code", code ?? await CodeAsync("注册")));

    public Task<Shown> RecoverAsync(Visitor browser, string password, string? bankCard = null) => browser.PostAsync("/recover", "/recover",
        ("Name", Person.Name), ("Number", Person.Number), ("Kind1", "BankCard"), ("Value1", bankCard ?? Proof(Proofs.BankCard)),
        ("Kind2", "ProvidentFund"), ("Value2", Proof(Proofs.ProvidentFund)), ("Password", password));

    /// <summary>The newest code on his telephone, once there are so many.</summary>
    public async Task<string> CodeAsync(string what, int count = 1, string? mobile = null) => await HallHost.UntilAsync(() => Task.FromResult(
        Codes(what, mobile) is { } all && all.Count >= count ? all[0] : null));

    public IReadOnlyList<string> Codes(string what, string? mobile = null) =>
        [.. host.Sandbox.Messages.Where(m => m.Mobile == (mobile ?? Person.Mobile) && m.Text.Contains($"】{what}", StringComparison.Ordinal)).Select(m => Digits().Match(m.Text)).Where(m => m.Success).Select(m => m.Value)];

    /// <summary>Another six digits.</summary>
    public static string Wrong(string code) => code == "111111" ? "222222" : "111111";

    [GeneratedRegex(@"\d{6}")]
    private static partial Regex Digits();
}
