using System.Globalization;
using Tongban.Codes;

namespace Tongban.Hall.Platform.Packages.Loading.Checks;

/// <summary>Item codes after GB/T 39046: 31 = social credit code 18 + level 1 + basic code 12.</summary>
internal static class CodesCheck
{
    public static void Run(PackageDraft draft)
    {
        var (package, authority) = (draft.Package, draft.Package.Authority);
        var level = ((int)authority.Level).ToString(CultureInfo.InvariantCulture);
        var expected = authority.Uscc + level + package.Codes.Basic;
        if (package.Codes.Implementation != expected)
            draft.InService("/codes/implementation", Findings.ImplementationNot(expected));

        var type = ((int)package.Type).ToString("00", CultureInfo.InvariantCulture);
        if (package.Codes.Basic.Substring(2, 2) != type)
            draft.InService("/codes/basic", Findings.BasicCodeType(package.Codes.Basic.Substring(2, 2), type));
        if (!SocialCreditCode.TryParse(authority.Uscc, out _, out var problem))
            draft.InService("/authority/uscc", Findings.BadCode(problem.Zh, problem.En));
        if (!RegionCode.TryParse(authority.Region, out var region) || (int)region.Level != (int)authority.Level)
            draft.InService("/authority/region", Findings.RegionLevel());
    }
}
