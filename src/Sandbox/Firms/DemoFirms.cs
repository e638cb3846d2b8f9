using System.Collections.Frozen;
using Tongban.Codes;
using Tongban.Sandbox.People;

namespace Tongban.Sandbox.Firms;

/// <summary>The firms with names; like the demo people they belong to a year of graduates.</summary>
public static class DemoFirms
{
    private static readonly FrozenDictionary<string, Firm> ByCode = DemoPeople.EveryYear.SelectMany(Make).ToFrozenDictionary(f => f.Code);

    /// <summary>Those of the year that is current on this day.</summary>
    public static IReadOnlyList<Firm> Of(DateOnly today) => [.. Make(DemoPeople.YearOf(today))];

    /// <summary>A demo firm of any year; null: the code is none's here.</summary>
    public static Firm? Find(string code) => ByCode.GetValueOrDefault(code);

    private static IEnumerable<Firm> Make(int year)
    {
        var people = DemoPeople.OfYear(year).ToDictionary(d => d.Person.Name, d => d.Person);
        yield return Make(year, 1, "深圳市明湾建设有限公司", "440305", people["方志远"]);
        yield return Make(year, 2, "深圳市榕树物业管理有限公司", "440304", people["方志远"]) with { Status = "注销" };
        yield return Make(year, 3, "深圳市青禾餐饮管理有限公司", "440303", people["潘国栋"]);
    }

    private static Firm Make(int year, int order, string name, string county, Person representative) => new()
    {
        Code = SocialCreditCode.Create("91", county, FormattableString.Invariant($"MA5Y{year % 100:00}{order:00}")).Value,
        Name = name,
        Kind = "有限责任公司",
        Region = Places.HouseholdIn(county),
        Address = FormattableString.Invariant($"示例大道 {order} 号"),
        EstablishedOn = new DateOnly(year - 8, 3, order),
        Representative = representative,
    };
}
