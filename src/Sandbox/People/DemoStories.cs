using System.Globalization;
using Tongban.Codes;

namespace Tongban.Sandbox.People;

/// <summary>The demo people of one year of graduates. Birth years are written for the graduates of 2026.</summary>
internal static class DemoStories
{
    public static DemoPerson[] Of(int year) =>
    [
        Graduate(year, "林晓雯", "440305", 2003, 8, 17, 26, "本科", "应届本科毕业生，符合条件，几秒内办成接收", "A bachelor of this summer who qualifies: settled within seconds"),
        Graduate(year, "周子涵", "430104", 1998, 3, 9, 31, "硕士", "应届硕士，户籍在外地，符合条件", "A master from elsewhere who qualifies"),
        Graduate(year, "罗文博", "440106", 1985, 5, 20, 41, "硕士", "年满 40 岁的硕士，超过即时办理的年龄，转人工", "A master of over 40: past the age for instant approval, goes to a person"),
        Graduate(year, "吴思远", "440306", 2003, 11, 2, 55, null, "毕业证书还没有进学历库，转人工", "The diploma is not yet in the register: goes to a person"),
        Graduate(year, "黄嘉敏", "440307", 2001, 1, 28, 62, "本科", "非全日制学历，转人工", "A part-time degree: goes to a person", fullTime: false),
        Graduate(year, "许浩然", "440304", 2002, 6, 6, 77, "本科", "已由别的城市接收，转人工", "Already received by another city: goes to a person", settled: true),
        Graduate(year, "郑雨晴", "440303", 2003, 4, 14, 84, "本科", "与他人同名待核，转人工", "A namesake has to be ruled out: goes to a person", CriminalRecord.Doubt),
        Graduate(year, "何俊峰", "440309", 2000, 9, 30, 91, "本科", "有犯罪记录，转人工", "Has a criminal record: goes to a person", CriminalRecord.Hit),
        new(Adult(year, "陈静怡", "440305", 1990, 12, 5, 102), "无犯罪记录证明：当场开出", "Certificate of no criminal record: issued on the spot"),
        new(Adult(year, "沈佳宜", "440311", 1993, 10, 18, 108) with { CertificatesThisYear = 3 },
            "一年里已经开过三次无犯罪记录证明，再开要说明用途", "Three certificates within a year: the next needs proof of use"),
        new(Adult(year, "谢小军", "440308", 2009, 7, 21, 113), "未成年人，看看能办什么", "A minor: what can be done"),
        new(Adult(year, "梁秀英", "440304", 1946, 2, 11, 128), "年过 80，可以领高龄津贴，还没有领", "Over eighty, entitled to the old-age allowance and not yet receiving it"),
        new(Adult(year, "蒋素珍", "440310", 1945, 4, 22, 124) with { AllowanceSince = new DateOnly(year - 10, 5, 1) },
            "年过 80，还按 70 岁的标准领津贴，可以提档", "Over eighty, still paid the rate of seventy: can be stepped up"),
        new(Adult(year, "冯建国", "440303", 1956, 12, 20, 135), $"{year} 年 12 月 20 日满 70 岁，从那天起可以领津贴", $"Turns seventy on 20 December {year}: entitled from that day on"),
        new(Adult(year, "曹玉梅", "440305", 1934, 3, 3, 146) with { DiedOn = new DateOnly(year, 5, 9) }, "登记为已去世：津贴转人工", "Recorded as dead: the allowance goes to a person"),
        new(Adult(year, "方志远", "440305", 1979, 6, 11, 163), "深圳市明湾建设有限公司的法定代表人：绑定单位，任命经办人", "Legal representative of Mingwan Construction: binds the firm, appoints agents"),
        new(Adult(year, "唐雪", "440304", 1992, 8, 23, 172), "可以任命为明湾建设的经办人", "Can be appointed agent of Mingwan Construction"),
        new(Adult(year, "潘国栋", "440303", 1983, 1, 15, 181), "另一家公司的法定代表人；沙盒里可以让他接任明湾建设", "Represents another firm; the sandbox can make him succeed at Mingwan Construction"),
        new(Adult(year, "谢伟", "440308", 1978, 9, 2, 195), "谢小军的父亲：在窗口登记监护，替他办事", "Father of 谢小军: a guardian, registered at a window"),
        new(Adult(year, "韩明远", "420106", 1941, 5, 8, 157), "年过 85，户籍不在本市", "Over eighty-five, registered elsewhere"),
    ];

    private static DemoPerson Graduate(int year, string name, string county, int born, int month, int day, int order, string? level, string zh, string en,
        CriminalRecord criminal = CriminalRecord.None, bool fullTime = true, bool settled = false) =>
        new(Adult(year, name, county, born, month, day, order) with
        {
            Criminal = criminal,
            Education = level is null ? null : Schooling.Of(level, fullTime, new DateOnly(year, 6, 26), order),
            Settlement = settled ? new Settlement("示例市", new DateOnly(year, 6, 30)) : null,
            SocialInsurance = null,
        }, zh, en);

    private static Person Adult(int year, string name, string county, int born, int month, int day, int order)
    {
        var number = CitizenNumber.Create(county, new DateOnly(born + year - 2026, month, day), order);
        var birth = number.BirthDate;
        return new Person
        {
            Number = number.Value,
            Name = name,
            Mobile = string.Create(CultureInfo.InvariantCulture, $"139{order:0000}{birth.Year:0000}"),
            IsMale = number.IsMale,
            BirthDate = birth,
            Household = Places.HouseholdIn(county),
            Address = string.Create(CultureInfo.InvariantCulture, $"示例路 {order} 号"),
            ResidentSince = Places.IsInTheCity(county) ? birth : null,
            SocialInsurance = new SocialInsurance(new DateOnly(birth.Year + 22, 7, 1), new DateOnly(birth.Year + (number.IsMale ? 60 : 55), birth.Month, 1), "深圳市"),
        };
    }
}
