using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Cases;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity.Staff;
using Tongban.Hall.Tests.Support;

namespace Tongban.Hall.Tests.Services.Identity;

public class ReachTests(Databases databases)
{
    private static readonly string[] Regions = ["440300000000", "440303000000", "440305000000", "440305001000", "440305001001", "440305002000", "440305002003", "440400000000"];
    private static readonly string[] Authorities = ["11440300MB9T00011T", "11440300MB9T0002XJ"];

    private static IEnumerable<PostView> EveryPost =>
        from region in Regions
        from uscc in Authorities
        from role in Enum.GetValues<StaffRole>()
        select new PostView(
            new Post { Roles = role.ToString() }, new Office { AuthorityUscc = uscc, NameZh = "", NameEn = "" },
            new Authority { Uscc = uscc, NameZh = "", NameEn = "", RegionCode = region, Level = LevelOf(region) },
            new StaffMember { Number = "", Name = "", PasswordHash = "" }, null);

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Query_GivesWhatANaiveFilterGives_ForEveryPost(string database)
    {
        await using var host = databases.Start(database);
        await host.UseAsync(async (HallDb db) =>
        {
            db.Proceeding = new Proceeding(Actor.System("test"), TimeProvider.System.GetUtcNow());
            foreach (var region in Regions)
                foreach (var authority in Authorities)
                    foreach (var state in new[] { CaseState.Draft, CaseState.Submitted, CaseState.Closed })
                    {
                        var made = new Case { Id = Ids.Next(TimeProvider.System.GetUtcNow()), ItemId = "x", PackageVersion = "x", RegionCode = region, AuthorityCode = authority, State = state, ApplicantId = Guid.NewGuid() };
                        db.Add(made);
                        db.Record(new DraftBegun(made.Id, "x", "x"));
                    }
            return await db.SaveChangesAsync();
        });
        var all = await host.UseAsync((HallDb db) => db.Set<Case>().ToListAsync());

        foreach (var post in EveryPost)
        {
            var found = await host.UseAsync((StaffCases cases) => cases.In(Reach.Of(post)).Select(c => c.Id).ToListAsync());
            Assert.Equal(all.Where(c => Sees(post, c)).Select(c => c.Id).Order(), found.Order());
        }
    }

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Query_RunsThroughTheIndexOfRegionAndAuthority(string database)
    {
        await using var host = databases.Start(database);
        foreach (var reach in new[] { new Reach(Regions[0], Regions[0], Authorities[0]), new Reach("440305001000", "440305001999", null) })
        {
            var plan = await host.UseAsync(async (HallDb db) =>
            {
                var sql = new StaffCases(db).In(reach).Select(c => c.Id).ToQueryString();
                // Parameters are written out as comments and names: the plan needs the values.
                sql = string.Join('\n', sql.Split('\n').Where(l => !l.StartsWith(".param", StringComparison.Ordinal) && !l.StartsWith("--", StringComparison.Ordinal)))
                    .Replace("@first", $"'{reach.FirstRegion}'").Replace("@last", $"'{reach.LastRegion}'").Replace("@authority", $"'{reach.Authority}'");
                await db.Database.OpenConnectionAsync();
                await using var command = db.Database.GetDbConnection().CreateCommand();
                command.CommandText = database == "sqlite" ? $"EXPLAIN QUERY PLAN {sql}" : $"SET enable_seqscan = off; EXPLAIN {sql}";
                await using var reader = await command.ExecuteReaderAsync();
                var lines = new List<string>();
                while (await reader.ReadAsync()) lines.Add(reader.GetString(reader.FieldCount - 1));
                return string.Join('\n', lines);
            });
            Assert.Contains("ix_cases_region_code_authority_code_state_id", plan);
        }
    }

    private static bool Sees(PostView post, Case seen)
    {
        var role = post.Post.RoleList.Single();
        var (authority, level) = (post.Authority, post.Authority.Level);
        var within = level switch
        {
            RegionLevel.City => seen.RegionCode[..4] == authority.RegionCode[..4],
            RegionLevel.District => seen.RegionCode[..6] == authority.RegionCode[..6],
            RegionLevel.Street => seen.RegionCode[..9] == authority.RegionCode[..9],
            _ => seen.RegionCode == authority.RegionCode,
        };
        return seen.State != CaseState.Draft && role switch
        {
            StaffRole.Supervisor or StaffRole.Clerk => within,
            StaffRole.Handler or StaffRole.Checker or StaffRole.Approver or StaffRole.Head =>
                level is RegionLevel.Street or RegionLevel.Community ? within : seen.AuthorityCode == authority.Uscc && seen.RegionCode == authority.RegionCode,
            _ => false,
        };
    }

    private static RegionLevel LevelOf(string region) => region[4..] == "00000000" ? RegionLevel.City : region[6..] == "000000" ? RegionLevel.District
        : region[9..] == "000" ? RegionLevel.Street : RegionLevel.Community;
}
