using Tongban.Hall.Platform.Personal;
using static Tongban.Hall.Platform.Web.Say;

namespace Tongban.Hall.Services.Identity.RealName;

/// <summary>What a person can show beside the identity card.</summary>
public enum ProofKind { Mobile, SocialSecurityCard, BankCard, ProvidentFund, DrivingLicence }

public sealed record Proof(ProofKind Kind, Sensitive Value)
{
    public static string NameOf(ProofKind kind) => kind switch
    {
        ProofKind.Mobile => L("本人手机号码", "Own mobile number"),
        ProofKind.SocialSecurityCard => L("社会保障卡卡号", "Social security card"),
        ProofKind.BankCard => L("银行卡卡号", "Bank card"),
        ProofKind.ProvidentFund => L("公积金账号", "Provident fund account"),
        _ => L("驾驶证档案编号", "Driving licence (file number)"),
    };
}
