using System.Security.Cryptography;
using Tongban.Hall.Platform.Keys;
using Tongban.Hall.Platform.Packages;
using Tongban.LicenceDocuments.Signing;
using Tongban.Sandbox;
using Tongban.Sandbox.Registries;
using Tongban.Sm;

namespace Tongban.Hall.Tests.Support;

/// <summary>A hall with all that production needs, given by plain configuration; the sandbox stands in for the city's gateways.</summary>
public sealed class ProductionHall : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("tongban-production-").FullName;

    private ProductionHall(HallHost host, SandboxServer sandbox) => (Host, Sandbox) = (host, sandbox);

    /// <summary>Not started: a test may take something away first.</summary>
    public HallHost Host { get; }

    public SandboxServer Sandbox { get; }

    public static async Task<ProductionHall> PrepareAsync(HallHost host)
    {
        var exchange = Sm2Key.Generate();
        var sandbox = await SandboxServer.StartAsync(new SandboxOptions { Clients = new Dictionary<string, Sm2PublicKey> { ["shenzhen-hall"] = exchange.PublicKey } });
        var hall = new ProductionHall(host.In("Production"), sandbox);
        await hall.MakeKeysAsync(exchange);
        host.With("Hall:KeysDirectory", hall.folder).With("Hall:PublicUrl", "https://hall.example").With("Hall:ClientId", "shenzhen-hall")
            .With("Hall:Sms:Address", $"{sandbox.Address}sms/messages").With("Hall:RealName:Address", $"{sandbox.Address}realname/checks")
            .With("Hall:RealName:PublicKey", Convert.ToBase64String(sandbox.PublicKeyOf("realname").SubjectPublicKeyInfo));
        foreach (var registry in Registry.All)
            host.With($"Hall:Exchange:Registries:{registry.Name}:Address", $"{sandbox.Address}registries/{registry.Name}/lookup")
                .With($"Hall:Exchange:Registries:{registry.Name}:PublicKey", Convert.ToBase64String(sandbox.PublicKeyOf(registry.Name).SubjectPublicKeyInfo));
        return hall;
    }

    public string KeyFile(string file) => Path.Combine(folder, file);

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Sandbox.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task MakeKeysAsync(Sm2Key exchange)
    {
        using var rsa = RSA.Create(2048);
        Directory.CreateDirectory(KeyFile("seals"));
        await File.WriteAllTextAsync(KeyFile("ledger.key.pem"), Sm2Key.Generate().ToPem());
        await File.WriteAllTextAsync(KeyFile("exchange.key.pem"), exchange.ToPem());
        foreach (var secret in new[] { "pseudonym.key", Vault.KeyFile, Vault.IndexKeyFile })
            await File.WriteAllTextAsync(KeyFile(secret), RandomNumberGenerator.GetHexString(64));
        await File.WriteAllTextAsync(KeyFile("oauth-signing.pem"), rsa.ExportPkcs8PrivateKeyPem());
        await File.WriteAllTextAsync(KeyFile("oauth-encryption.key"), RandomNumberGenerator.GetHexString(64));
        var (packages, now) = (await PackageStore.LoadAsync(PackagesRoom.Shipped, withExamples: false), TimeProvider.System.GetUtcNow());
        foreach (var authority in packages.All.Select(p => p.Authority).DistinctBy(a => a.Uscc))
            await File.WriteAllTextAsync(KeyFile($"seals/{authority.Uscc}.pem"),
                SealKey.CreateSelfSigned(authority.Name.Zh, authority.Uscc, now.AddDays(-1), now.AddYears(1)).ToPem());
    }
}
