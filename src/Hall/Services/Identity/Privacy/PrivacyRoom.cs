using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform.Jobs;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Personal;
using Tongban.Hall.Platform.Proceedings;

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
        return services.AddAccountRows().AddOwnRows();
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
            Withheld = new Dictionary<string, Text> { [nameof(Registration.PasswordHash)] = Secret, [nameof(Registration.Code)] = Secret },
        })
        .AddPersonalRows(new PersonalRows<IdentityUserLogin<Guid>>
        {
            Group = DataGroup.Account, What = new("绑定的登录方式", "bound ways of signing in"),
            Of = (db, person) => db.Set<IdentityUserLogin<Guid>>().Where(l => l.UserId == person),
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

    private static IServiceCollection AddOwnRows(this IServiceCollection services) => services
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
