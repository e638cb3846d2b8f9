using System.Globalization;
using Tongban.Sandbox.People;

namespace Tongban.Sandbox.RealName;

/// <summary>What an invented person can show beside the identity card: always the same, computed from the number.</summary>
public static class Proofs
{
    public const string Mobile = "mobile", SocialSecurityCard = "socialSecurityCard", BankCard = "bankCard", ProvidentFund = "providentFund", DrivingLicence = "drivingLicence";

    /// <summary>Kind of proof to its value.</summary>
    public static IReadOnlyDictionary<string, string> Of(Person person) => new Dictionary<string, string>
    {
        [Mobile] = person.Mobile,
        [SocialSecurityCard] = $"{(char)('A' + Draw(person, 1) % 26)}{Digits(person, 2, 8)}",
        [BankCard] = WithLuhn($"6299{Digits(person, 3, 14)}"),
        [ProvidentFund] = Digits(person, 4, 12),
        [DrivingLicence] = $"4403{Digits(person, 5, 8)}",
    };

    private static string Digits(Person person, int subject, int count) =>
        (Draw(person, subject) % (ulong)Math.Pow(10, count)).ToString(CultureInfo.InvariantCulture).PadLeft(count, '0');

    private static ulong Draw(Person person, int subject) => Mixer.Mix(subject, long.Parse(person.Number.AsSpan(0, 17), CultureInfo.InvariantCulture), 77);

    // The last digit checks the others, as on every bank card.
    private static string WithLuhn(string digits)
    {
        var sum = digits.Reverse().Select((c, i) => i % 2 == 0 ? (c - '0') * 2 : c - '0').Sum(d => d > 9 ? d - 9 : d);
        return $"{digits}{(10 - sum % 10) % 10}";
    }
}
