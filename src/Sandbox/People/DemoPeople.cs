using Tongban.Codes;

namespace Tongban.Sandbox.People;

/// <summary>A demo person and what they are good for.</summary>
public sealed record DemoPerson(Person Person, string Zh, string En);

/// <summary>The people with names: invented, with valid numbers, each for one turn of the story.</summary>
public static class DemoPeople
{
    public static IReadOnlyList<DemoPerson> All { get; } =
    [
        Graduate("林晓雯", "440305", 2003, 8, 17, 26, "本科", "应届本科毕业生，符合条件，几秒内办成接收", "A bachelor of this summer who qualifies: settled within seconds"),
        Graduate("周子涵", "430104", 1998, 3, 9, 31, "硕士", "应届硕士，户籍在外地，符合条件", "A master from elsewhere who qualifies"),
        Graduate("罗文博", "440106", 1985, 5, 20, 41, "硕士", "41 岁的硕士，超过即时办理的年龄，转人工", "A master of 41: over the age for instant approval, goes to a person"),
        Graduate("吴思远", "440306", 2003, 11, 2, 55, null, "毕业证书还没有进学历库，转人工", "The diploma is not yet in the register: goes to a person"),
        Graduate("黄嘉敏", "440307", 2001, 1, 28, 62, "本科", "非全日制学历，转人工", "A part-time degree: goes to a person", fullTime: false),
        Graduate("许浩然", "440304", 2002, 6, 6, 77, "本科", "已由别的城市接收，转人工", "Already received by another city: goes to a person", settled: true),
        Graduate("郑雨晴", "440303", 2003, 4, 14, 84, "本科", "与他人同名待核，转人工", "A namesake has to be ruled out: goes to a person", CriminalRecord.Doubt),
        Graduate("何俊峰", "440309", 2000, 9, 30, 91, "本科", "有犯罪记录，转人工", "Has a criminal record: goes to a person", CriminalRecord.Hit),
        Adult("陈静怡", "440305", 1990, 12, 5, 102, "无犯罪记录证明：当场开出", "Certificate of no criminal record: issued on the spot"),
        Adult("谢小军", "440308", 2009, 7, 21, 113, "17 岁，看看未成年人能办什么", "Seventeen years old: what a minor can do"),
        Adult("梁秀英", "440304", 1946, 2, 11, 128, "80 岁，可以领高龄津贴，还没有领", "Eighty, entitled to the old-age allowance and not yet receiving it"),
        Adult("冯建国", "440303", 1956, 12, 20, 135, "差一个月满 70 岁", "One month before seventy"),
        Adult("曹玉梅", "440305", 1934, 3, 3, 146, "登记为已去世：津贴转人工", "Recorded as dead: the allowance goes to a person", died: new DateOnly(2026, 9, 1)),
        Adult("韩明远", "420106", 1941, 8, 8, 157, "85 岁，户籍不在本市", "Eighty-five, registered elsewhere"),
    ];

    private static DemoPerson Graduate(string name, string region, int year, int month, int day, int order, string? level, string zh, string en,
        CriminalRecord criminal = CriminalRecord.None, bool fullTime = true, bool settled = false)
    {
        var basis = Adult(name, region, year, month, day, order, zh, en).Person;
        return new DemoPerson(basis with
        {
            Criminal = criminal,
            Education = level is null ? null : new Education(level, fullTime, true, "岭南示例大学", new DateOnly(2026, 6, 28), $"1{order:00000}202605{order:000000}"),
            Settlement = settled ? new Settlement("示例市", new DateOnly(2026, 7, 15)) : null,
        }, zh, en);
    }

    private static DemoPerson Adult(string name, string region, int year, int month, int day, int order, string zh, string en, DateOnly? died = null)
    {
        var number = CitizenNumber.Create(region, new DateOnly(year, month, day), order);
        return new DemoPerson(new Person
        {
            Number = number.Value,
            Name = name,
            Mobile = $"139{order:0000}{year % 10000:0000}",
            IsMale = number.IsMale,
            BirthDate = number.BirthDate,
            Household = region + "001001",
            Address = $"示例路 {order} 号",
            ResidentSince = region.StartsWith("4403", StringComparison.Ordinal) ? number.BirthDate.AddYears(18) : null,
            SocialInsurance = year < 2004 ? new SocialInsurance(Math.Max(0, 2026 - year - 22) * 12, new DateOnly(2026, 10, 1), "深圳市") : null,
            DiedOn = died,
        }, zh, en);
    }
}
