using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Tongban.Hall.Platform.Production;
using Tongban.Hall.Tests.Support;
using Tongban.Sm;

namespace Tongban.Hall.Tests.Platform.Production;

/// <summary>Production without what it needs is refused, in words that say what to do, and all of it at once.</summary>
public class ProductionGuardTests(Databases databases)
{
    [Theory]
    [InlineData("Hall:Demo", "true", "Hall:Demo")]
    [InlineData("Hall:PublicUrl", "", "Hall:PublicUrl")]
    [InlineData("Hall:Sms:Address", "", "Hall:Sms:Address")]
    [InlineData("Hall:Sms:Address", "http://sms.example/messages", "https")]
    [InlineData("Hall:RealName:Address", "", "Hall:RealName:Address")]
    [InlineData("Hall:RealName:Address", "http://realname.example/checks", "https")]
    [InlineData("Hall:RealName:PublicKey", "AAAA", "Hall:RealName:PublicKey")]
    [InlineData("Hall:Exchange:Registries:education:Address", "", "Hall:Exchange:Registries:education:Address")]
    [InlineData("Hall:Exchange:Registries:education:Address", "education.example", "Hall:Exchange:Registries:education:Address")]
    [InlineData("Hall:Exchange:Registries:education:Address", "http://education.example/lookup", "https")]
    [InlineData("Hall:Exchange:Registries:criminal:PublicKey", "", "Hall:Exchange:Registries:criminal:PublicKey")]
    [InlineData("Hall:Exchange:Registries:criminal:PublicKey", "AAAA", "Hall:Exchange:Registries:criminal:PublicKey")]
    [InlineData("Hall:Exchange:Registries:population:Address", "", "Hall:Exchange:Registries:population:Address")]
    public async Task OneSettingWrong_IsRefused_AndOnlyItIsNamed(string setting, string value, string named)
    {
        await using var hall = await ProductionHall.PrepareAsync(new HallHost());
        hall.Host.With(setting, value);

        Assert.Contains(named, Assert.Single(Refusal(hall.Host)));
    }

    [Theory]
    [InlineData("ledger.key.pem")]
    [InlineData("exchange.key.pem")]
    [InlineData("pseudonym.key")]
    [InlineData("data.keys")]
    [InlineData("index.key")]
    [InlineData("oauth-signing.pem")]
    [InlineData("oauth-encryption.key")]
    public async Task OneKeyMissing_IsRefused_AndTheCommandThatMakesItIsGiven(string file)
    {
        await using var hall = await ProductionHall.PrepareAsync(new HallHost());
        File.Delete(hall.KeyFile(file));

        var refusal = Assert.Single(Refusal(hall.Host));
        var command = Regex.Match(refusal, $"run openssl (.*{Regex.Escape(file)}.*) in the folder").Groups[1].Value;
        using (var made = Process.Start(new ProcessStartInfo("openssl", command) { WorkingDirectory = Path.GetDirectoryName(hall.KeyFile(file)), RedirectStandardError = true })!)
            await made.WaitForExitAsync();
        Assert.True(IsReadable(file, await File.ReadAllTextAsync(hall.KeyFile(file))));
    }

    [Fact]
    public async Task OneSealMissing_IsRefused_AndTheAuthorityIsNamed()
    {
        await using var hall = await ProductionHall.PrepareAsync(new HallHost());
        var seal = Directory.GetFiles(hall.KeyFile("seals"))[0];
        File.Delete(seal);

        Assert.Contains(Path.GetFileName(seal), Assert.Single(Refusal(hall.Host)));
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task DatabaseOfADemo_IsRefused_WithItsAccountsAndItsApiClient(string database)
    {
        var folder = Directory.CreateTempSubdirectory("tongban-demo-").FullName;
        await using var demo = databases.Prepare(database).With("Hall:DataDirectory", folder);
        demo.Start();
        await demo.DisposeAsync();
        await using var hall = await ProductionHall.PrepareAsync(new HallHost().OnDatabaseOf(demo));

        Assert.Collection(Refusal(hall.Host),
            first => Assert.Contains("demo accounts", first),
            second => Assert.Contains("members of staff", second),
            third => Assert.Contains("API client", third));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void NothingConfigured_AllIsNamedAtOnce()
    {
        using var host = new HallHost().In("Production");

        var refusal = string.Join('\n', Refusal(host));

        Assert.All(
            [
                "Hall:KeysDirectory", "Hall:PublicUrl", "Hall:Sms:Address", "ledger.key.pem", "exchange.key.pem", "pseudonym.key", "data.keys", "index.key",
                "oauth-signing.pem", "oauth-encryption.key", "seals/", "Registries:population:Address", "Registries:population:PublicKey",
                "Registries:education:Address", "Registries:criminal:PublicKey", "Registries:allowance:Address",
            ],
            named => Assert.Contains(named, refusal));
    }

    [Fact]
    public void FolderOfKeysThatDoesNotExist_IsNamed()
    {
        using var host = new HallHost().In("Production").With("Hall:KeysDirectory", "/nowhere");

        Assert.Contains(Refusal(host), line => line.Contains("/nowhere", StringComparison.Ordinal));
    }

    [Fact]
    public void DatabaseThatCannotBeOpened_IsNamedWithTheRest()
    {
        using var host = new HallHost().In("Production").With("Hall:Database", "postgres").With("Hall:ConnectionString", "Host=127.0.0.1;Port=1;Timeout=2");

        var refusal = Refusal(host);
        Assert.Contains(refusal, line => line.Contains("Hall:ConnectionString", StringComparison.Ordinal));
        Assert.Contains(refusal, line => line.Contains("Hall:Sms:Address", StringComparison.Ordinal));
    }

    [Fact]
    public void HallWithoutADemo_IsGuardedOutsideProductionToo()
    {
        using var host = new HallHost().With("Hall:Demo", "false");

        Assert.Contains(Refusal(host), line => line.Contains("Hall:Sms:Address", StringComparison.Ordinal));
    }

    [Fact]
    public void TheProgram_EndsWithAnErrorOnItsErrorOutput()
    {
        var hall = Path.Combine(AppContext.BaseDirectory, "Tongban.Hall.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", $"{hall} --environment Production --urls http://127.0.0.1:0")
        {
            RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = Directory.CreateTempSubdirectory().FullName,
        })!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.NotEqual(0, process.ExitCode);
        Assert.Contains("Hall:KeysDirectory", errors);
    }

    private static bool IsReadable(string file, string text)
    {
        if (file == "oauth-signing.pem")
        {
            using var rsa = RSA.Create();
            rsa.ImportFromPem(text);
            return true;
        }
        return file.EndsWith(".pem", StringComparison.Ordinal) ? Sm2Key.FromPem(text) is not null : Convert.FromHexString(text.Trim()).Length == 32;
    }

    /// <summary>The lines of the refusal.</summary>
    private static List<string> Refusal(HallHost host)
    {
        var refused = Assert.ThrowsAny<Exception>(() => host.Start()).GetBaseException();
        Assert.IsType<NotFitException>(refused);
        return [.. refused.Message.Split('\n').Where(l => l.StartsWith("  - ", StringComparison.Ordinal))];
    }
}
