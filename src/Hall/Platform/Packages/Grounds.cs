using System.Text.Json.Nodes;
using Tongban.Codes;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Platform.Packages;

/// <summary>All that conditions and rules may look at: who applies, on which day, what was answered, what the registries said.</summary>
public sealed record Grounds
{
    public required DateOnly Today { get; init; }
    public required Applicant Applicant { get; init; }

    /// <summary>By field id, in canonical form.</summary>
    public JsonObject Answers { get; init; } = [];

    /// <summary>By the look-up's FEEL name; a registry that is absent was not asked.</summary>
    public IReadOnlyDictionary<string, RegistryFact> Facts { get; init; } = new Dictionary<string, RegistryFact>();

    /// <summary>The moment against which the age of facts is measured; absent where all facts are taken as fresh.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>Nothing of what was answered.</summary>
    public override string ToString() => nameof(Grounds);

    public FactState? StateOf(string registry) => Facts.TryGetValue(registry, out var fact) ? fact.State : null;
}

public enum FactState { Found, NotFound, Unavailable }

/// <param name="Values">By FEEL field name, only what the package declares: see <see cref="RegistryUse.Read"/>.</param>
/// <param name="AsOf">When the registry gave it.</param>
public sealed record RegistryFact(FactState State, JsonObject? Values = null, DateTimeOffset? AsOf = null)
{
    /// <summary>Nothing of what the register said.</summary>
    public override string ToString() => State.ToString();

    public static readonly RegistryFact NotFound = new(FactState.NotFound);
    public static readonly RegistryFact Unavailable = new(FactState.Unavailable);
}

/// <summary>Whose case it is: a person with what the account knows, or an organisation with what the business register says.</summary>
public sealed record Applicant
{
    public required string Name { get; init; }

    public PartyKind Kind { get; init; }

    /// <summary>Citizen number, or the code of an organisation; null where somebody only checks for himself before signing in.</summary>
    public string? Number { get; init; }

    /// <summary>As it may stand on paper: a person's hidden but for its end, an organisation's in full.</summary>
    public string ShownNumber => Kind == PartyKind.Organisation ? Number ?? "" : CitizenNumber.Mask(Number);

    /// <summary>Of a person.</summary>
    public DateOnly? BirthDate { get; init; }

    /// <summary>男 or 女.</summary>
    public string? Sex { get; init; }
    public string? Mobile { get; init; }
    public string? Email { get; init; }
    public string? Address { get; init; }

    /// <summary>Full years on a day. Who is born on 29 February is a year older on 1 March where the day is missing.</summary>
    public int? AgeOn(DateOnly day)
    {
        if (BirthDate is not { } born || born > day)
            return null;
        var years = day.Year - born.Year;
        return (day.Month, day.Day).CompareTo((born.Month, born.Day)) < 0 ? years - 1 : years;
    }

    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(Applicant);

    /// <summary>What a form's <c>account.*</c> prefill may take.</summary>
    public string? Account(string name) => name switch
    {
        "name" => Name,
        "number" => Number,
        "mobile" => Mobile,
        "email" => Email,
        "address" => Address,
        _ => null,
    };

    public static readonly IReadOnlyList<string> AccountNames = ["name", "number", "mobile", "email", "address"];
}
