namespace Tongban.Hall.Platform.Packages;

/// <summary>Time limits in working days.</summary>
public sealed record Limits
{
    public required Limit Statutory { get; init; }
    public required Limit Promised { get; init; }

    /// <summary>Several authorities decide together, so that 45 working days may apply.</summary>
    public bool Joint { get; init; }

    /// <summary>The law that allows more than the ordinary limit, if the item has such a law.</summary>
    public Text? SpecialLaw { get; init; }
}

/// <param name="Days">Working days; 0 = on the spot.</param>
public sealed record Limit(int Days, Text? Note = null);

public sealed record Step
{
    public required Text Name { get; init; }
    public required Text Who { get; init; }
    public required Text Description { get; init; }

    /// <summary>Working days this step may take, where the guide names them.</summary>
    public int? Days { get; init; }
}

/// <summary>A step during which the clock may stop: hearing, examination, expert review…</summary>
public sealed record SpecialProcedure
{
    public required Text Name { get; init; }
    public required int Days { get; init; }
    public required Text Basis { get; init; }
    public decimal Fee { get; init; }
    public Text? FeeBasis { get; init; }
    public required bool CountsIntoLimit { get; init; }
}

public sealed record FeeTerms
{
    public required bool Free { get; init; }
    public IReadOnlyList<Fee> Items { get; init; } = [];
}

/// <param name="Yuan">Amount in yuan.</param>
/// <param name="Basis">The tariff that allows it.</param>
public sealed record Fee(Text Name, decimal Yuan, Text? Basis = null);

public sealed record Handling
{
    /// <summary>Region within which the item can be handled, e.g. the whole city.</summary>
    public required Text Within { get; init; }

    /// <summary>How often the applicant has to come in person.</summary>
    public required int Visits { get; init; }

    public required IReadOnlyList<Place> Places { get; init; }
    public required IReadOnlyList<Telephone> Telephones { get; init; }
    public bool Booking { get; init; }
    public bool Courier { get; init; }
    public bool OnlinePayment { get; init; }
}

public sealed record Place(Text Name, Text Address, Text Hours);

public sealed record Telephone(Text Purpose, string Number);

public sealed record Question(Text Ask, Text Answer);
