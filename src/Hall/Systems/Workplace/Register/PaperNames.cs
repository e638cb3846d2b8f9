using Tongban.Hall.Services.Identity.Window;
using static Tongban.Hall.Platform.Web.Say;

namespace Tongban.Hall.Systems.Workplace.Register;

internal static class PaperNames
{
    public static string Of(Paper paper) => paper switch
    {
        Paper.IdentityCard => L("居民身份证", "Identity card"),
        Paper.TemporaryIdentityCard => L("临时居民身份证", "Temporary identity card"),
        _ => L("户口簿", "Household register"),
    };
}
