using Tongban.Hall.Platform;

namespace Tongban.Hall.Demo;

/// <summary>What production may not be started with. Each line says what to do.</summary>
public static class ProductionGuard
{
    public static void Check(IHostEnvironment environment, IConfiguration configuration)
    {
        if (!environment.IsProduction()) return;
        var options = configuration.GetSection(HallOptions.Section).Get<HallOptions>() ?? new HallOptions();
        var faults = new List<string>();
        if (options.Demo)
            faults.Add("Hall:Demo 不能是 true：生产环境不允许演示账户和演示连接器。 Hall:Demo must not be true: production allows no demo accounts and connectors.");
        if (options.KeysDirectory.Length == 0)
            faults.Add("请用 Hall:KeysDirectory 指定密钥目录（ledger.key.pem、exchange.key.pem、pseudonym.key、seals/）。 Name the folder of keys in Hall:KeysDirectory.");
        else if (!Directory.Exists(options.KeysDirectory))
            faults.Add($"密钥目录 {options.KeysDirectory} 不存在。 The folder of keys {options.KeysDirectory} does not exist.");
        if (options.PublicUrl.Length == 0)
            faults.Add("请用 Hall:PublicUrl 指定公开地址，证照上的二维码要用。 Give the public address in Hall:PublicUrl: it is printed into QR codes.");
        if (faults.Count > 0)
            throw new InvalidOperationException("不能以生产环境启动 Cannot start in production:\n  - " + string.Join("\n  - ", faults));
    }
}
