using Microsoft.Extensions.Options;
using Tongban.Hall.Platform.Packages;

namespace Tongban.Hall.Platform.Production;

/// <summary>Files that must lie in the folder of keys, since only the demo makes its own.</summary>
public static class KeyFileNeed
{
    public const string MakeSm2 = "openssl genpkey -algorithm SM2 -out FILE";
    public const string MakeRsa = "openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out FILE";
    public const string MakeSecret = "openssl rand -hex -out FILE 32";

    /// <param name="make">The command that makes such a file, with FILE for its name.</param>
    public static IServiceCollection AddKeyFileNeed(this IServiceCollection services, string file, string make) =>
        services.AddProductionNeed(provider => IsThere(provider, file) ? [] : [Missing(file, make.Replace("FILE", file, StringComparison.Ordinal))]);

    public static bool IsThere(IServiceProvider services, string file) =>
        services.GetRequiredService<IOptions<HallOptions>>().Value.KeysDirectory is { Length: > 0 } folder && File.Exists(Path.Combine(folder, file));

    private static Text Missing(string file, string command) => new(
        $"缺少密钥文件 {file}：在 Hall:KeysDirectory 指定的目录里执行 {command}。",
        $"The key file {file} is missing: run {command} in the folder named by Hall:KeysDirectory.");
}
