using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OtpNet;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity.Staff;

namespace Tongban.Hall.Demo;

/// <summary>Invented members of staff, one for each role, in several parts of the city.</summary>
public sealed record DemoStaff(string Number, string Name, int Office, string Roles, string Zh, string En)
{
    public const string Password = "Tongban-Staff-2026";

    private static readonly DateOnly Founded = new(2019, 1, 10);

    /// <summary>City, district and street: those of the service packages, and some below them.</summary>
    private static readonly (string Uscc, string Zh, string En, RegionLevel Level, string Region, string OfficeZh, string OfficeEn)[] Authorities =
    [
        ("11440300MB9T00011T", "深圳市人力资源和社会保障局", "Shenzhen Human Resources and Social Security Bureau", RegionLevel.City, "440300000000", "毕业生接收处", "Graduate Reception Division"),
        ("11440300MB9T0002XJ", "深圳市公安局", "Shenzhen Public Security Bureau", RegionLevel.City, "440300000000", "犯罪记录查询室", "Criminal Records Enquiry Office"),
        ("11440300MB9T00038J", "深圳市民政局", "Shenzhen Civil Affairs Bureau", RegionLevel.City, "440300000000", "养老服务处", "Elderly Services Division"),
        (Usccs.Of("440300", 41), "深圳市政务服务和数据管理局", "Shenzhen Government Services and Data Bureau", RegionLevel.City, "440300000000", "市民中心政务大厅", "Civic Centre Hall"),
        (Usccs.Of("440305", 42), "南山区政务服务和数据管理局", "Nanshan Government Services and Data Bureau", RegionLevel.District, "440305000000", "区政务大厅", "District Hall"),
        (Usccs.Of("440305", 43), "南头街道办事处", "Nantou Street Office", RegionLevel.Street, "440305001000", "公共服务办公室", "Public Services Office"),
        (Usccs.Of("440303", 44), "罗湖区政务服务和数据管理局", "Luohu Government Services and Data Bureau", RegionLevel.District, "440303000000", "监督科", "Supervision Section"),
    ];

    public static readonly IReadOnlyList<DemoStaff> All =
    [
        new("S1001", "何静", 0, "Handler", "市人社局承办人：看得到本局的办件", "Handler at the city's human resources bureau: sees its cases"),
        new("S1002", "郭志强", 0, "Checker", "市人社局审核人", "Checker there"),
        new("S1003", "罗敏", 0, "Approver,Head", "市人社局负责人，批准和延期", "Head there: approves and extends"),
        new("S1101", "宋佳", 1, "Handler", "市公安局承办人：看不到别的局", "Handler at public security: does not see other bureaus"),
        new("S2001", "邓丽", 3, "Clerk", "市政务大厅窗口人员", "Clerk at the city's hall"),
        new("S2002", "许峰", 5, "Handler", "南头街道承办人：看得到本街道和社区", "Handler at Nantou street: sees the street and its communities"),
        new("S3001", "傅强", 3, "Supervisor", "市监察员：看得到全市", "Supervisor of the city"),
        new("S3002", "沈芳", 6, "Supervisor", "罗湖区监察员：看得到罗湖区", "Supervisor of Luohu district"),
        new("S4001", "曾伟", 3, "CatalogueManager", "事项管理员", "Catalogue manager"),
        new("S9001", "彭磊", 3, "SystemAdministrator", "系统管理员：登记人员，提出岗位", "System administrator: enters staff, proposes posts"),
        new("S9002", "吕洁", 3, "SecurityAdministrator", "安全管理员：确认岗位", "Security administrator: confirms posts"),
        new("S9003", "苏航", 3, "AuditAdministrator", "审计管理员：只看不改", "Audit administrator: reads, changes nothing"),
    ];

    /// <summary>Of the second factor. Known to everybody: that is why no demo member may be in a real database.</summary>
    public string Secret => Base32Encoding.ToString(SHA256.HashData(Encoding.UTF8.GetBytes($"demo {Number}"))[..20]);

    public static async Task EnterAsync(HallDb db, CityTime time)
    {
        var known = await db.Set<StaffMember>().Select(m => m.Number).ToListAsync();
        if (All.All(s => known.Contains(s.Number))) return;
        db.Proceeding = new Proceeding(Actor.System("demo-city"), time.Now) { Reason = "演示工作人员" };
        var offices = await EnterOfficesAsync(db, time);
        // One hash for all: the password is printed on the screen anyway.
        var hash = StaffPasswords.Hash(Password);
        foreach (var one in All.Where(s => !known.Contains(s.Number)))
        {
            var member = new StaffMember { Id = Ids.Next(time.Now), Number = one.Number, Name = one.Name, PasswordHash = hash, PasswordChosenAt = time.Now, SecondFactor = one.Secret, IsDemo = true };
            var post = new Post { Id = Ids.Next(time.Now), MemberId = member.Id, OfficeId = offices[one.Office], Roles = one.Roles, From = time.Today, ConfirmedAt = time.Now };
            db.AddRange(member, post);
            db.Record(new MemberEntered(member.Id, member.Number));
            db.Record(new PostProposed(post.Id, member.Id, post.OfficeId, post.Roles));
        }
        await db.SaveChangesAsync();
    }

    private static async Task<Guid[]> EnterOfficesAsync(HallDb db, CityTime time)
    {
        var known = await db.Set<Office>().ToDictionaryAsync(o => o.AuthorityUscc, o => o.Id);
        foreach (var a in Authorities.Where(a => !known.ContainsKey(a.Uscc)))
        {
            known[a.Uscc] = Ids.Next(time.Now);
            db.Add(new Authority { Uscc = a.Uscc, NameZh = a.Zh, NameEn = a.En, Level = a.Level, RegionCode = a.Region, From = Founded });
            db.Add(new Office { Id = known[a.Uscc], AuthorityUscc = a.Uscc, NameZh = a.OfficeZh, NameEn = a.OfficeEn, From = Founded });
            db.Record(new AuthorityEntered(a.Uscc));
            db.Record(new OfficeOpened(known[a.Uscc], a.Uscc));
        }
        return [.. Authorities.Select(a => known[a.Uscc])];
    }

    /// <summary>Credit codes that belong to nobody, with right check characters.</summary>
    private static class Usccs
    {
        public static string Of(string region, int number) => Codes.SocialCreditCode.Create("11", region, FormattableString.Invariant($"MB9T{number:0000}")).Value;
    }
}
