using System.Globalization;
using Tongban.Codes;

namespace Tongban.Sandbox.People;

/// <summary>Draws a whole life, past and to come; the registers tell what has happened by the day they are asked.</summary>
internal static class Life
{
    private static readonly string[] Nations = ["壮族", "回族", "满族", "苗族", "土家族", "瑶族", "侗族", "畲族"];

    public static Person Of(CitizenNumber number, Chance chance)
    {
        var born = number.BirthDate;
        var county = chance.Happens(Subject.Settles, 300) ? Places.Counties[chance.Draw(Subject.District, Places.InTheCity)] : number.Region;
        var local = Places.IsInTheCity(county);
        var education = Schooling.Of(born, chance);
        return new Person
        {
            Number = number.Value,
            Name = Names.Of(chance, number.IsMale),
            Mobile = string.Create(CultureInfo.InvariantCulture, $"1{3 + chance.Draw(Subject.Mobile, 7)}{chance.Draw(Subject.MobileDigits, 1_000_000_000):000000000}"),
            IsMale = number.IsMale,
            BirthDate = born,
            Nation = chance.Happens(Subject.Nation, 80) ? chance.Pick(Subject.Nation, Nations) : "汉族",
            Household = Places.HouseholdIn(county),
            Address = string.Create(CultureInfo.InvariantCulture, $"示例路 {1 + chance.Draw(Subject.House, 300)} 号 {101 + chance.Draw(Subject.Room, 30)} 房"),
            Moved = chance.Happens(Subject.Moved, 10),
            Education = education,
            Settlement = education is not null && chance.Happens(Subject.Received, 330)
                ? new Settlement(chance.Happens(Subject.ReceivedWhere, 600) ? "深圳市" : "示例市", education.GraduatedOn.AddDays(10 + chance.Draw(Subject.ReceivedWhen, 600)))
                : null,
            Criminal = chance.Draw(Subject.Criminal, 1000) switch { < 5 => CriminalRecord.Hit, < 7 => CriminalRecord.Doubt, _ => CriminalRecord.None },
            CertificatesThisYear = chance.Happens(Subject.Certificates, 20) ? 1 + chance.Draw(Subject.CertificateCount, 4) : 0,
            ResidentSince = local ? born : chance.Happens(Subject.Resides, 600) ? born.AddMonths(18 * 12 + chance.Draw(Subject.ResidentMonths, 240)) : null,
            SocialInsurance = chance.Happens(Subject.Insured, 800)
                ? new SocialInsurance(FirstOfMonth(born.AddMonths(20 * 12 + chance.Draw(Subject.InsuredFrom, 120))),
                    FirstOfMonth(born.AddYears(number.IsMale ? 60 : 55)), chance.Happens(Subject.InsuredWhere, 700) ? "深圳市" : "示例市")
                : null,
            DiedOn = DeathOf(born, chance),
            AllowanceSince = local && chance.Happens(Subject.Allowance, 700) ? FirstOfMonth(born.AddMonths(70 * 12 + chance.Draw(Subject.AllowanceMonths, 24))) : null,
        };
    }

    // One in twenty before sixty; for the others the ages gather around eighty-five and end at 110.
    private static DateOnly DeathOf(DateOnly born, Chance chance)
    {
        var age = chance.Happens(Subject.DiesEarly, 50)
            ? 20 + chance.Draw(Subject.DeathAge, 40)
            : 60 + chance.Draw(Subject.DeathAge, 26) + chance.Draw(Subject.MoreDeathAge, 25);
        return born.AddYears(age).AddDays(chance.Draw(Subject.DeathDay, 365));
    }

    private static DateOnly FirstOfMonth(DateOnly day) => new(day.Year, day.Month, 1);
}
