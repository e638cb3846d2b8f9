namespace Tongban.Sandbox.People;

/// <summary>An invented person with their whole life. A date to come has not happened: the registers do not tell of it.</summary>
public sealed record Person
{
    public required string Number { get; init; }
    public required string Name { get; init; }
    public required string Mobile { get; init; }
    public required bool IsMale { get; init; }
    public required DateOnly BirthDate { get; init; }

    /// <summary>民族.</summary>
    public string Nation { get; init; } = "汉族";

    /// <summary>户籍: 12-digit region code.</summary>
    public required string Household { get; init; }

    public required string Address { get; init; }

    /// <summary>Registered as moved away; of a death only the death register knows.</summary>
    public bool Moved { get; init; }

    public Education? Education { get; init; }
    public Settlement? Settlement { get; init; }
    public CriminalRecord Criminal { get; init; }

    /// <summary>Certificates of no criminal record issued within the last year.</summary>
    public int CertificatesThisYear { get; init; }

    /// <summary>居住登记 in the city since.</summary>
    public DateOnly? ResidentSince { get; init; }

    public SocialInsurance? SocialInsurance { get; init; }
    public DateOnly? DiedOn { get; init; }

    /// <summary>Receives the old-age allowance since.</summary>
    public DateOnly? AllowanceSince { get; init; }
}

/// <summary>学历.</summary>
/// <param name="Level">专科, 本科, 硕士 or 博士.</param>
/// <param name="FullTime">全日制.</param>
/// <param name="Degree">Whether the degree was awarded too.</param>
/// <param name="School">An invented school.</param>
/// <param name="GraduatedOn">Day on the diploma.</param>
/// <param name="CertificateNumber">Number of the diploma, 18 digits.</param>
public sealed record Education(string Level, bool FullTime, bool Degree, string School, DateOnly GraduatedOn, string CertificateNumber);

/// <summary>接收: a city has received this graduate.</summary>
public sealed record Settlement(string City, DateOnly On);

public enum CriminalRecord { None, Doubt, Hit }

/// <summary>社保: paid month by month, from one month until another, there.</summary>
public sealed record SocialInsurance(DateOnly From, DateOnly Until, string Place)
{
    /// <summary>The last month paid: the one before this day's, if any.</summary>
    public DateOnly? LastMonthBy(DateOnly day)
    {
        var last = new DateOnly(day.Year, day.Month, 1).AddMonths(-1);
        if (last > Until) last = Until;
        return last < From ? null : last;
    }

    /// <summary>Months paid up to and with this one.</summary>
    public int MonthsBy(DateOnly month) => (month.Year - From.Year) * 12 + month.Month - From.Month + 1;
}
