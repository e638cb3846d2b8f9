namespace Tongban.Hall.Platform.Packages;

/// <summary>result.yaml: what is issued when the case is granted.</summary>
public sealed record Result
{
    public static readonly Result None = new()
    {
        Name = new("", ""), Kind = ResultKind.Notice, Template = "", Fields = [], Delivery = [], Sample = new("", ""),
    };

    public required Text Name { get; init; }
    public required ResultKind Kind { get; init; }

    /// <summary>Licence type: the 21-character type of GB/T 36904 where the result is a licence.</summary>
    public string? LicenceType { get; init; }

    /// <summary>Name of the document template.</summary>
    public required string Template { get; init; }

    /// <summary>FEEL for the last day of validity; absent = no end.</summary>
    public Condition? ValidUntil { get; init; }

    public required IReadOnlyList<ResultField> Fields { get; init; }
    public required IReadOnlyList<DeliveryWay> Delivery { get; init; }

    /// <summary>A sentence that tells what the applicant will hold.</summary>
    public required Text Sample { get; init; }
}

public enum ResultKind { Certificate, Notice, Payment }

public enum DeliveryWay { Electronic, Courier, Counter, Kiosk }

/// <param name="Value">FEEL over the case's scope and the outputs of the decision (决定.金额).</param>
public sealed record ResultField(string Id, Text Label, Condition Value);
