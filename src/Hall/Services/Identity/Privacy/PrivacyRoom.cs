using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform.Jobs;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Personal;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity.Mandates;
using Tongban.Hall.Services.Identity.Mobiles;
using Tongban.Hall.Services.Identity.OneTime;
using Tongban.Hall.Services.Identity.Passkeys;
using Tongban.Hall.Services.Identity.RealName;
using Tongban.Hall.Services.Identity.SignIn;
using Tongban.Hall.Services.Identity.Staff;
using Tongban.Hall.Services.Identity.Staff.Factor;
using Tongban.Hall.Services.Identity.Window;

namespace Tongban.Hall.Services.Identity.Privacy;

public static class PrivacyRoom
{
    private static readonly Text Secret = new("登录用的秘密，只有散列或随机值", "a secret of signing in: a hash or random value");

    private static readonly Text Proof = new("账本的证明材料：办件的历史收据里有", "material of proofs: a case's receipt holds it");

    public static IServiceCollection AddPrivacy(this IServiceCollection services)
    {
        services.AddScoped<DataGathering>();
        services.AddScoped<DataExports>();
        services.AddScoped<AccountClosings>();
        services.AddScoped<Consents>();
        services.AddJob<MakeExport, MakeExportHandler>();
        services.AddJob<DropExport, DropExportHandler>();
        services.AddJob<EraseAccount, EraseAccountHandler>();
        return services.AddAccountRows().AddSignInRows().AddOwnRows();
    }

    private static IServiceCollection AddAccountRows(this IServiceCollection services) => services
        .AddPersonalRows(new PersonalRows<Account>
        {
            Group = DataGroup.Account, What = new("账户：姓名、号码、手机、密码", "account: name, numbers, password"),
            Of = (db, person) => db.Set<Account>().Where(a => a.Id == person),
            Empty = account => account.Empty(),
            Withheld = new Dictionary<string, Text>
            {
                [nameof(Account.PasswordHash)] = Secret, [nameof(Account.SecurityStamp)] = Secret, [nameof(Account.ConcurrencyStamp)] = Secret,
                [nameof(Account.NumberIndex)] = Secret, [nameof(Account.MobileIndex)] = Secret,
            },
        })
        .AddPersonalRows(new PersonalRows<Registration>
        {
            Group = DataGroup.Account, What = new("注册时填的内容", "what was typed at registration"),
            Of = (db, person) => db.Set<Registration>().Where(r => r.AccountId == person),
            Withheld = new Dictionary<string, Text> { [nameof(Registration.PasswordHash)] = Secret },
        })
        .AddPersonalRows(new PersonalRows<IdentityUserToken<Guid>>
        {
            Group = DataGroup.Account, What = new("登录用的令牌", "tokens of signing in"),
            Of = (db, person) => db.Set<IdentityUserToken<Guid>>().Where(t => t.UserId == person),
            Withheld = new Dictionary<string, Text> { [nameof(IdentityUserToken<>.Value)] = Secret },
        })
        .AddPersonalRows(new PersonalRows<Session>
        {
            Group = DataGroup.Sessions, What = new("登录过的设备", "devices that signed in"),
            Of = (db, person) => db.Set<Session>().Where(s => s.AccountId == person),
        });

    private static IServiceCollection AddSignInRows(this IServiceCollection services) => services
        .AddPersonalRows(new PersonalRows<SessionSighting>
        {
            Group = DataGroup.Sessions, What = new("设备最近一次使用", "when devices were last used"),
            Of = (db, person) => db.Set<SessionSighting>().Where(s => db.Set<Session>().Any(x => x.Id == s.SessionId && x.AccountId == person)),
        })
        .AddPersonalRows(new PersonalRows<KnownDevice>
        {
            Group = DataGroup.Sessions, What = new("认得的浏览器", "known browsers"),
            Of = (db, person) => db.Set<KnownDevice>().Where(d => d.AccountId == person),
        })
        .AddPersonalRows(new PersonalRows<KeptPreference>
        {
            Group = DataGroup.Account, What = new("页面显示的偏好", "how pages look"),
            Of = (db, person) => db.Set<KeptPreference>().Where(p => p.AccountId == person),
        })
        .AddPersonalRows(new PersonalRows<Passkey>
        {
            Group = DataGroup.Account, What = new("通行密钥", "passkeys"),
            Of = (db, person) => db.Set<Passkey>().Where(p => p.AccountId == person),
        })
        .AddPersonalRows(new PersonalRows<MobileChange>
        {
            Group = DataGroup.Account, What = new("换过的手机号码", "changes of mobile"),
            Of = (db, person) => db.Set<MobileChange>().Where(c => c.AccountId == person),
            Withheld = new Dictionary<string, Text> { [nameof(MobileChange.StopKey)] = Secret },
        })
        .AddPersonalRows(new PersonalRows<OneTimeCode>
        {
            Group = DataGroup.Account, What = new("发过的验证码（一天内删除）", "codes sent (gone within a day)"),
            Of = (db, person) => db.Set<OneTimeCode>().Where(c => c.SubjectId == person),
            Withheld = new Dictionary<string, Text> { [nameof(OneTimeCode.Code)] = Secret, [nameof(OneTimeCode.Browser)] = Secret },
        })
        .AddPersonalRows(new PersonalRows<RealNameCheck>
        {
            Group = DataGroup.Lookups, What = new("实名核对", "checks of identity"),
            Of = (db, person) => db.Set<RealNameCheck>().Where(c => c.SubjectId == person),
        })
        .AddNobodysRows<PasskeyCeremony>("Found by a browser's secret only; gone when it is answered, or within a day.")
        .AddPersonalRows(new PersonalRows<WindowVisit>
        {
            Group = DataGroup.Lookups, What = new("窗口工作人员看过、办过什么", "what clerks at a counter saw and did"), Kept = Duty.Log,
            Of = (db, person) => db.Set<WindowVisit>().Where(v => v.AccountId == person),
        })
        .AddPersonalRows(new PersonalRows<FirstSlip>
        {
            Group = DataGroup.Account, What = new("窗口打印的登录条", "slips printed at a counter"),
            Of = (db, person) => db.Set<FirstSlip>().Where(s => s.AccountId == person),
            Withheld = new Dictionary<string, Text> { [nameof(FirstSlip.Hash)] = Secret },
        })
        .AddNobodysRows<FactorReset>("Members of staff, not citizens: who lost an authenticator is their employer's record.")
        .AddNobodysRows<StaffSession>("Members of staff, not citizens: where they signed in is their employer's record.")
        .AddNobodysRows<StaffMember>("Members of staff, not citizens: what of them is kept is their employer's record.");

    private static IServiceCollection AddOwnRows(this IServiceCollection services) => services
        .AddPersonalRows(new PersonalRows<Mandate>
        {
            Group = DataGroup.Consents, What = new("授权书：您给的和给您的", "mandates that you gave or were given"), Kept = Duty.Archive,
            Of = (db, person) => db.Set<Mandate>().Where(m => m.PartyId == person || m.AgentId == person),
            Withheld = new Dictionary<string, Text> { [nameof(Mandate.AgentIndex)] = Secret },
        })
        .AddPersonalRows(new PersonalRows<DataExport>
        {
            Group = DataGroup.Account, What = new("导出的文件", "exported files"),
            Of = (db, person) => db.Set<DataExport>().Where(e => e.AccountId == person),
        })
        .AddPersonalRows(new PersonalRows<AccountClosing>
        {
            Group = DataGroup.Account, What = new("注销的记录", "records of closing"), Kept = Duty.Log,
            Of = (db, person) => db.Set<AccountClosing>().Where(c => c.AccountId == person),
        })
        .AddPersonalRows(new PersonalRows<Consent>
        {
            Group = DataGroup.Consents, What = new("同意和撤回的记录", "records of consent"), Kept = Duty.Proof,
            Of = (db, person) => db.Set<Consent>().Where(c => c.AccountId == person),
        })
        .AddPersonalRows(new PersonalRows<ProceedingEntry>
        {
            Group = DataGroup.Proceedings, What = new("留痕：做过什么", "log: what was done"), Kept = Duty.Log,
            Of = (db, person) => db.Set<ProceedingEntry>().Where(p => p.ActorId == person.ToString() || p.PartyId == person),
            Withheld = new Dictionary<string, Text>
            {
                [nameof(ProceedingEntry.Salt)] = Proof, [nameof(ProceedingEntry.Leaf)] = Proof, [nameof(ProceedingEntry.LeafHash)] = Proof,
            },
        });
}
