using Microsoft.Extensions.Options;
using Tongban.Hall.Platform.Keys;
using Tongban.Hall.Platform.Packages;

namespace Tongban.Hall.Platform.Production;

internal static class PlatformNeeds
{
    public static void AddPlatformNeeds(this IServiceCollection services)
    {
        services.AddProductionNeed(provider => Missing(provider.GetRequiredService<IOptions<HallOptions>>().Value));
        services.AddKeyFileNeed("ledger.key.pem", KeyFileNeed.MakeSm2);
        services.AddKeyFileNeed("exchange.key.pem", KeyFileNeed.MakeSm2);
        services.AddKeyFileNeed("pseudonym.key", KeyFileNeed.MakeSecret);
        services.AddKeyFileNeed(Vault.KeyFile, KeyFileNeed.MakeSecret);
        services.AddKeyFileNeed(Vault.IndexKeyFile, KeyFileNeed.MakeSecret);
    }

    private static IEnumerable<Text> Missing(HallOptions options)
    {
        if (options.Demo)
            yield return new("Hall:Demo 不能是 true：生产环境不允许演示账户和演示连接器，请去掉这一项。",
                "Hall:Demo must not be true: production allows no demo accounts and no demo connectors. Remove it.");
        if (options.KeysDirectory.Length == 0)
            yield return new("没有密钥目录：请用 Hall:KeysDirectory 指定。", "There is no folder of keys: name it in Hall:KeysDirectory.");
        else if (!Directory.Exists(options.KeysDirectory))
            yield return new($"密钥目录 {options.KeysDirectory} 不存在：请建立，或者改正 Hall:KeysDirectory。",
                $"The folder of keys {options.KeysDirectory} does not exist: make it, or correct Hall:KeysDirectory.");
        if (options.PublicUrl.Length == 0)
            yield return new("没有公开地址：请用 Hall:PublicUrl 指定，证照上的二维码要用。", "There is no public address: give it in Hall:PublicUrl, it is printed into QR codes.");
    }
}
