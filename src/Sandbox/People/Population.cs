using System.Globalization;
using Tongban.Codes;

namespace Tongban.Sandbox.People;

/// <summary>Everybody: the demo people by name, the others computed from seed and number.</summary>
public sealed class Population(int seed, long size)
{
    private static readonly string[] Families =
        ["王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周", "徐", "孙", "马", "朱", "胡", "郭", "何", "林", "高", "罗", "郑", "梁", "谢", "宋", "唐", "许", "邓", "冯", "韩", "曹", "欧阳", "司徒"];
    private const string GivenMale = "伟强磊军勇涛明超刚平辉健俊峰志远浩宇轩泽睿博文斌宏建国庆海波";
    private const string GivenFemale = "芳娜敏静丽艳娟霞秀英慧玲雪梅琳颖欣怡佳悦婷雯晴思雨嘉琪诗涵";
    private static readonly string[] Schools = ["岭南示例大学", "南海示例理工学院", "珠江示例师范大学", "云山示例职业学院", "东岸示例医科大学", "北江示例工业大学"];

    private readonly NumberSpace space = new(seed);
    private readonly Dictionary<string, Person> demo = DemoPeople.All.ToDictionary(d => d.Person.Number, d => d.Person);

    /// <summary>Who bears the number; null: nobody.</summary>
    public Person? Find(string number)
    {
        if (demo.TryGetValue(number, out var known)) return known;
        return number.Length == CitizenNumber.Length && space.PersonOf(number) is { } person && person < size && At(person) is var found && found.Number == number ? found : null;
    }

    /// <summary>Person <paramref name="index"/>, from 0 up to the size.</summary>
    public Person At(long index)
    {
        var (region, born, order) = space.Of(index);
        var number = CitizenNumber.Create(region, born, order);
        var male = number.IsMale;
        var graduated = born.AddYears(22).AddMonths((int)Draw(index, 4, 3));
        var dead = DeathOf(index, born);
        return new Person
        {
            Number = number.Value,
            Name = Families[Draw(index, 1, (uint)Families.Length)] + Given(index, male),
            Mobile = "1" + (3 + Draw(index, 2, 7)) + Draw(index, 3, 1_000_000_000).ToString("000000000", CultureInfo.InvariantCulture),
            IsMale = male,
            BirthDate = born,
            Household = region + "001001",
            Address = $"示例路 {1 + Draw(index, 5, 300)} 号 {101 + Draw(index, 6, 30)} 房",
            Moved = Draw(index, 7, 100) == 0,
            Education = Draw(index, 8, 100) < 45 && born.Year is > 1965 and < 2005 ? EducationOf(index, graduated) : null,
            Settlement = Draw(index, 9, 50) == 0 ? new Settlement("示例市", graduated.AddMonths(3)) : null,
            Criminal = Draw(index, 10, 1000) switch { < 5 => CriminalRecord.Hit, < 7 => CriminalRecord.Doubt, _ => CriminalRecord.None },
            ResidentSince = Draw(index, 11, 3) == 0 ? null : born.AddYears(20),
            SocialInsurance = born.Year < 2004 ? new SocialInsurance((int)Draw(index, 12, 360), new DateOnly(2026, 10, 1), "深圳市") : null,
            DiedOn = dead,
            AllowanceSince = born.Year < 1956 && dead is null && Draw(index, 13, 2) == 0 ? born.AddYears(70) : null,
        };
    }

    private Education EducationOf(long index, DateOnly graduated) => new(
        Draw(index, 20, 100) switch { < 40 => "专科", < 85 => "本科", < 97 => "硕士", _ => "博士" },
        FullTime: Draw(index, 21, 5) > 0, Degree: Draw(index, 22, 10) > 0,
        Schools[Draw(index, 23, (uint)Schools.Length)], graduated,
        (100_000_000_000_000_000 + (long)Draw(index, 24, 900_000_000)).ToString(CultureInfo.InvariantCulture));

    private DateOnly? DeathOf(long index, DateOnly born)
    {
        var age = 2026 - born.Year;
        var chance = age < 60 ? 0u : (uint)((age - 60) * (age - 60) / 20);
        return Draw(index, 14, 100) < chance ? new DateOnly(2026, 1, 1).AddDays(-(int)Draw(index, 15, 3000)) : null;
    }

    private string Given(long index, bool male)
    {
        var letters = male ? GivenMale : GivenFemale;
        var first = letters[(int)Draw(index, 16, (uint)letters.Length)];
        return Draw(index, 17, 3) == 0 ? $"{first}" : $"{first}{letters[(int)Draw(index, 18, (uint)letters.Length)]}";
    }

    private uint Draw(long index, int purpose, uint below) => (uint)(Mixer.Mix(seed, index, purpose) % below);
}
