using System.Collections.Concurrent;
using System.Globalization;
using Tongban.Codes;
using Tongban.Sandbox.People;

namespace Tongban.Sandbox.Firms;

/// <summary>Every firm: the demo firms by name, the others computed from seed and code, one for every eight people. Who represents one may be
/// changed while the sandbox runs.</summary>
public sealed class AllFirms(Population people, int seed)
{
    private const int Bodies = 100_000_000, PeopleOfOne = 8;

    // A step through all eight-digit numbers, and the step back.
    private const long Forward = 61_803_399, Back = 82_636_599;

    private readonly ConcurrentDictionary<string, string> successors = new();

    /// <summary>How many there are beside the demo firms.</summary>
    public long Count => Math.Min(people.Size / PeopleOfOne, Bodies);

    /// <summary>Null: nobody bears the code.</summary>
    public Firm? Find(string code, DateOnly today)
    {
        if (!SocialCreditCode.TryParse(code, out var read, out _)) return null;
        var firm = DemoFirms.Find(read.Value) ?? Computed(read.Value);
        return firm is not null && successors.TryGetValue(read.Value, out var number) && people.Find(number, today) is { } successor
            ? firm with { Representative = successor } : firm;
    }

    /// <summary>Firm <paramref name="index"/>, from 0 up to the count.</summary>
    public Firm At(long index)
    {
        var county = Places.Counties[index % Places.InTheCity];
        var body = (index * Forward + Shift) % Bodies;
        var representative = RepresentativeOf(index);
        return new Firm
        {
            Code = SocialCreditCode.Create("91", county, body.ToString("00000000", CultureInfo.InvariantCulture)).Value,
            Name = $"深圳市{representative.Name[^1]}{representative.Name[0]}{Trades[Draw(index, 1, Trades.Length)]}有限公司",
            Kind = "有限责任公司",
            Status = Draw(index, 2, 100) switch { < 4 => "吊销", < 12 => "注销", _ => "存续" },
            Region = Places.HouseholdIn(county),
            Address = string.Create(CultureInfo.InvariantCulture, $"示例大道 {Draw(index, 3, 900) + 1} 号"),
            EstablishedOn = new DateOnly(2000, 1, 1).AddDays(Draw(index, 4, 365 * 24)),
            Representative = representative,
        };
    }

    /// <summary>变更法定代表人: from now on the register names another.</summary>
    /// <returns>False: there is no such firm or person.</returns>
    public bool Succeed(string code, string number, DateOnly today)
    {
        if (Find(code, today) is not { } firm || people.Find(number, today) is null) return false;
        successors[firm.Code] = number;
        return true;
    }

    private static readonly string[] Trades = ["科技", "贸易", "餐饮管理", "建设工程", "物业管理", "文化传播", "物流", "医疗器械", "教育咨询", "设计"];

    private long Shift => (long)(Mixer.Mix(seed, 0, 2001) % Bodies);

    private Firm? Computed(string code)
    {
        if (!long.TryParse(code.AsSpan(8, 8), NumberStyles.None, CultureInfo.InvariantCulture, out var body)) return null;
        var index = (body - Shift + Bodies) % Bodies * Back % Bodies;
        return index < Count && At(index) is var firm && firm.Code == code ? firm : null;
    }

    // Somebody of age: the next one in line, if the first drawn is a child.
    private Person RepresentativeOf(long index)
    {
        var first = (long)(Mixer.Mix(seed, index, 2002) % (ulong)people.Size);
        return Enumerable.Range(0, 50).Select(i => people.At((first + i) % people.Size)).FirstOrDefault(p => p.BirthDate.Year is > 1950 and < 2000) ?? people.At(first);
    }

    private int Draw(long index, int subject, int below) => (int)(Mixer.Mix(seed, index, 2010 + subject) % (uint)below);
}
