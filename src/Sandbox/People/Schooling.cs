using System.Globalization;

namespace Tongban.Sandbox.People;

/// <summary>Invented schools and the diplomas they give.</summary>
internal static class Schooling
{
    private static readonly string[] Schools = ["岭南示例大学", "南海示例理工学院", "珠江示例师范大学", "云山示例职业学院", "东岸示例医科大学", "北江示例工业大学"];

    public static Education? Of(DateOnly born, Chance chance)
    {
        if (born.Year < 1955 || !chance.Happens(Subject.Studies, born.Year < 1985 ? 150 : 480)) return null;
        var (level, age) = chance.Draw(Subject.Level, 100) switch { < 40 => ("专科", 21), < 85 => ("本科", 22), < 97 => ("硕士", 25), _ => ("博士", 29) };
        var on = new DateOnly(born.Year + age, 6, 15 + chance.Draw(Subject.GraduationDay, 15));
        var school = chance.Draw(Subject.School, Schools.Length);
        return new Education(level, FullTime: chance.Happens(Subject.FullTime, 800),
            Degree: level != "专科" && chance.Happens(Subject.Degree, 950), Schools[school], on,
            Certificate(school, on, level, chance.Draw(Subject.Serial, 1_000_000)));
    }

    /// <summary>The diploma of a demo person, from the first school.</summary>
    public static Education Of(string level, bool fullTime, DateOnly on, int serial) =>
        new(level, fullTime, Degree: level != "专科", Schools[0], on, Certificate(0, on, level, serial));

    // 18 digits as on real diplomas: school 5, kind 1, year 4, level 2, serial 6; school codes from 19900 are given to nobody.
    private static string Certificate(int school, DateOnly on, string level, int serial) => string.Create(CultureInfo.InvariantCulture,
        $"{19900 + school}1{on.Year:0000}{level switch { "博士" => "01", "硕士" => "02", "本科" => "05", _ => "06" }}{serial:000000}");
}
