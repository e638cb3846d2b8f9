using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Production;

namespace Tongban.Hall.Services.Licences;

public static class LicencesRoom
{
    public static IServiceCollection AddLicences(this IServiceCollection services)
    {
        services.AddSingleton<Seals>();
        services.AddScoped<Documents>();
        services.AddScoped<LicenceChecks>();
        return services.AddProductionNeed(MissingSeals);
    }

    private static IEnumerable<Text> MissingSeals(IServiceProvider provider) =>
        from authority in provider.GetRequiredService<PackageStore>().All.Select(p => p.Authority).DistinctBy(a => a.Uscc)
        let file = Seals.FileOf(authority.Uscc)
        where !KeyFileNeed.IsThere(provider, file)
        select new Text($"缺少{authority.Name.Zh}的电子印章 {file}（私钥和证书，PEM）：请向发证机构申领，放到 Hall:KeysDirectory 指定的目录。",
            $"The electronic seal {file} of {authority.Name.En} is missing (key and certificate, PEM): obtain it from the certification authority and put it into the folder named by Hall:KeysDirectory.");
}
