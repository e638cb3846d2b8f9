using Microsoft.EntityFrameworkCore;
using Tongban.Codes;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Personal;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Platform.Regions;

namespace Tongban.Hall.Services.Identity.Staff;

/// <summary>`-- found staff`: the first authority with its three administrators, in a hall that knows no member of staff yet.
/// From then on two of them make everybody else.</summary>
public static class FoundingCommand
{
    public const string Usage = "-- found staff 信用代码 中文名称 英文名称 12位区划代码 系统管理员工号:姓名 安全管理员工号:姓名 审计管理员工号:姓名";

    private static readonly StaffRole[] Roles = [StaffRole.SystemAdministrator, StaffRole.SecurityAdministrator, StaffRole.AuditAdministrator];

    private sealed record Founder(StaffMember Member, StaffRole Role, Sensitive FirstPassword);

    public static async Task<int> RunAsync(IServiceProvider services, IReadOnlyList<string> args, TextWriter output)
    {
        await using var scope = services.CreateAsyncScope();
        var (db, time) = (scope.ServiceProvider.GetRequiredService<HallDb>(), scope.ServiceProvider.GetRequiredService<CityTime>());
        if (args.Count != 7 || !SocialCreditCode.TryParse(args[0], out var uscc, out _) || Authorities.LevelOf(scope.ServiceProvider.GetRequiredService<RegionTable>(), args[3]) is not { } level
            || args.Skip(4).Any(a => a.Split(':') is not [{ Length: > 0 and <= 20 }, { Length: > 0 and <= 60 }]) || args.Skip(4).Select(a => a.Split(':')[0]).Distinct().Count() != 3)
        {
            await output.WriteLineAsync($"参数不对，请照这样写。 The arguments are not understood; write:\n  {Usage}");
            return 2;
        }
        if (await db.Set<StaffMember>().AnyAsync())
        {
            await output.WriteLineAsync("已经有工作人员，什么也没有改。请由系统管理员登记。 There are members of staff already, and nothing was changed; the system administrator enters others.");
            return 1;
        }
        var founders = args.Skip(4).Select((a, i) => Enter(a.Split(':'), Roles[i], time.Now)).ToList();
        await WriteAsync(db, new Authority { Uscc = uscc.Value, NameZh = args[1], NameEn = args[2], Level = level, RegionCode = args[3], From = time.Today }, founders, time);
        foreach (var one in founders) await output.WriteLineAsync($"{one.Member.Number}  {one.Role}  {one.FirstPassword.Reveal()}");
        await output.WriteLineAsync("首次密码只显示这一次，请分别当面交给三个人。 These first passwords are shown this once; hand each over in person. /staff/signin");
        return 0;
    }

    private static Founder Enter(string[] who, StaffRole role, DateTimeOffset now)
    {
        var password = StaffPasswords.New();
        return new(new StaffMember { Id = Ids.Next(now), Number = who[0], Name = who[1], PasswordHash = StaffPasswords.Hash(password) }, role, password);
    }

    // By the owner of the machine, before there is anybody who could propose or confirm.
    private static async Task WriteAsync(HallDb db, Authority authority, IReadOnlyList<Founder> founders, CityTime time)
    {
        db.Proceeding = new Proceeding(Actor.System("founding"), time.Now);
        var office = new Office { Id = Ids.Next(time.Now), AuthorityUscc = authority.Uscc, NameZh = "系统管理", NameEn = "Administration", From = authority.From };
        db.AddRange(authority, office);
        db.Record(new AuthorityEntered(authority.Uscc));
        db.Record(new OfficeOpened(office.Id, authority.Uscc));
        foreach (var one in founders)
        {
            var post = new Post { Id = Ids.Next(time.Now), MemberId = one.Member.Id, OfficeId = office.Id, Roles = one.Role.ToString(), From = authority.From, ConfirmedAt = time.Now };
            db.AddRange(one.Member, post);
            db.Record(new MemberEntered(one.Member.Id, one.Member.Number));
            db.Record(new PostProposed(post.Id, one.Member.Id, office.Id, post.Roles));
            db.Record(new PostConfirmed(post.Id));
        }
        await db.SaveChangesAsync();
    }
}
