namespace Tongban.Sandbox.People;

/// <summary>An invented person and what the registers hold of them.</summary>
public sealed record Person
{
    public required string Number { get; init; }
    public required string Name { get; init; }
    public required string Mobile { get; init; }
    public required bool IsMale { get; init; }
    public required DateOnly BirthDate { get; init; }

    /// <summary>户籍: 12-digit region code and address.</summary>
    public required string Household { get; init; }

    public required string Address { get; init; }

    /// <summary>Registered as living; the death register may know more.</summary>
    public bool Moved { get; init; }

    public Education? Education { get; init; }
    public Settlement? Settlement { get; init; }
    public CriminalRecord Criminal { get; init; }

    /// <summary>Certificates of no criminal record issued within the last year.</summary>
    public int CertificatesThisYear { get; init; }
    public DateOnly? ResidentSince { get; init; }
    public SocialInsurance? SocialInsurance { get; init; }
    public DateOnly? DiedOn { get; init; }

    /// <summary>Already receives the old-age allowance since then.</summary>
    public DateOnly? AllowanceSince { get; init; }
}

/// <summary>学历.</summary>
/// <param name="Level">专科, 本科, 硕士 or 博士.</param>
/// <param name="FullTime">全日制.</param>
/// <param name="Degree">Whether the degree was awarded too.</param>
/// <param name="School">An invented school.</param>
/// <param name="GraduatedOn">Day on the diploma.</param>
/// <param name="CertificateNumber">Number of the diploma.</param>
public sealed record Education(string Level, bool FullTime, bool Degree, string School, DateOnly GraduatedOn, string CertificateNumber);

/// <summary>已接收: another city has already received this graduate.</summary>
public sealed record Settlement(string City, DateOnly On);

public enum CriminalRecord { None, Doubt, Hit }

/// <summary>社保: months paid, last month paid, where.</summary>
public sealed record SocialInsurance(int Months, DateOnly LastMonth, string Place);
