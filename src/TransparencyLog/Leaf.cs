namespace Tongban.TransparencyLog;

/// <summary>What the log keeps of one proceeding: no personal data, only pseudonyms and salted commitments.</summary>
public sealed record Leaf
{
    /// <summary>The proceeding's identifier.</summary>
    public required string Id { get; init; }

    /// <summary>When, in UTC, to the millisecond.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The event's name.</summary>
    public required string Event { get; init; }

    /// <summary>Pseudonym of the case; null: no case.</summary>
    public string? Case { get; init; }

    /// <summary>Pseudonym of who acted.</summary>
    public required string Actor { get; init; }

    /// <summary>Pseudonym of the party for whom, and of the mandate by which; null: for the actor's own self.</summary>
    public string? For { get; init; }

    /// <summary>USCC of the authority in whose name; null: none.</summary>
    public string? Office { get; init; }

    /// <summary>Commitment to the event's content, hexadecimal.</summary>
    public required string Payload { get; init; }

    /// <summary>The rows that the step touched.</summary>
    public required IReadOnlyList<LeafRow> Rows { get; init; }

    /// <summary>The one byte form: UTF-8 JSON, members in a fixed order, no blanks.</summary>
    public byte[] Encode() => LeafForm.Write(this);

    /// <summary>Reads the byte form; anything else than exactly what <see cref="Encode"/> writes is a problem.</summary>
    public static Reading<Leaf> Decode(ReadOnlySpan<byte> bytes) => LeafForm.Read(bytes);
}

/// <summary>A row that a proceeding touched.</summary>
public sealed record LeafRow
{
    /// <summary>The table.</summary>
    public required string Table { get; init; }

    /// <summary>The row's key.</summary>
    public required string Key { get; init; }

    /// <summary>"i" inserted, "u" updated, "d" deleted.</summary>
    public required string Operation { get; init; }

    /// <summary>Salted commitment to the row as the step left it, hexadecimal.</summary>
    public required string Hash { get; init; }
}
