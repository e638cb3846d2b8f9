using System.Collections.Frozen;
using Tongban.Codes;

namespace Tongban.Sandbox.People;

/// <summary>A demo person and what they are good for.</summary>
public sealed record DemoPerson(Person Person, string Zh, string En);

/// <summary>The people with names: invented, with valid numbers, each for one turn of the story. They belong to a year of
/// graduates; each July a new year takes over with people a year younger, so that the stories stay true.</summary>
public static class DemoPeople
{
    private const int First = 2020, Last = 2060;

    private static readonly FrozenDictionary<int, DemoPerson[]> Years = Enumerable.Range(First, Last - First + 1).ToFrozenDictionary(y => y, DemoStories.Of);
    private static readonly FrozenDictionary<string, Person> ByNumber = Years.Values.SelectMany(y => y).ToFrozenDictionary(d => d.Person.Number, d => d.Person);

    /// <summary>Those of the year of graduates that is current on this day.</summary>
    public static IReadOnlyList<DemoPerson> Of(DateOnly today) => OfYear(YearOf(today));

    internal static IReadOnlyList<DemoPerson> OfYear(int year) => Years[year];

    internal static int YearOf(DateOnly today) => Math.Clamp(today.Month >= 7 ? today.Year : today.Year - 1, First, Last);

    internal static IEnumerable<int> EveryYear => Years.Keys;

    /// <summary>A demo person of any year by number; null: it is nobody's here.</summary>
    public static Person? Find(string number) => ByNumber.GetValueOrDefault(number);
}
