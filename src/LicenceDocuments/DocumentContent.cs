using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tongban.LicenceDocuments;

/// <summary>What kind of official document it is (the Administrative Licensing Law and its implementing rules name them).</summary>
public enum DocumentKind
{
    /// <summary>证照.</summary>
    Licence,
    /// <summary>材料接收凭证.</summary>
    Receipt,
    /// <summary>受理通知书.</summary>
    Acceptance,
    /// <summary>不予受理通知书.</summary>
    NonAcceptance,
    /// <summary>补正通知书.</summary>
    Correction,
    /// <summary>特别程序通知书.</summary>
    SpecialProcedure,
    /// <summary>延期通知书.</summary>
    Extension,
    /// <summary>决定书.</summary>
    Decision,
    /// <summary>送达回证.</summary>
    Delivery,
}

/// <summary>A line of a document's table.</summary>
public sealed record DocumentRow(string Label, string Value);

/// <summary>What an official document says, apart from how it looks: this is what is sealed.</summary>
public sealed record DocumentContent
{
    /// <summary>Its kind.</summary>
    public required DocumentKind Kind { get; init; }

    /// <summary>What stands above: 准予接收决定书.</summary>
    public required string Title { get; init; }

    /// <summary>文号, or the licence's number.</summary>
    public required string Number { get; init; }

    /// <summary>The authority that issues it.</summary>
    public required string Authority { get; init; }

    /// <summary>Its USCC.</summary>
    public required string AuthorityCode { get; init; }

    /// <summary>The day it bears.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>To whom, or whose.</summary>
    public required string Holder { get; init; }

    /// <summary>The holder's number, masked.</summary>
    public string? HolderNumber { get; init; }

    /// <summary>The case it belongs to.</summary>
    public string? CaseNumber { get; init; }

    /// <summary>GB/T 36904, for licences.</summary>
    public string? Identifier { get; init; }

    /// <summary>Valid from this day.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Valid up to and including this day; null: without limit.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>What it says.</summary>
    public IReadOnlyList<string> Paragraphs { get; init; } = [];

    /// <summary>Its table.</summary>
    public IReadOnlyList<DocumentRow> Rows { get; init; } = [];

    /// <summary>Small print: legal basis, remedies, where to ask.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Where its seal and status can be checked; stands in the QR code.</summary>
    public string? VerifyUrl { get; init; }

    /// <summary>The ledger's head when it was issued, as printed on it.</summary>
    public string? Checkpoint { get; init; }

    /// <summary>For machines: name to value.</summary>
    public IReadOnlyDictionary<string, string> Data { get; init; } = new Dictionary<string, string>();

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
    };

    /// <summary>The one byte form: UTF-8 JSON without blanks, members in the order above, <see cref="Data"/> by name (ordinal).</summary>
    public byte[] ToCanonicalJson() =>
        JsonSerializer.SerializeToUtf8Bytes(this with { Data = new SortedDictionary<string, string>(Data.ToDictionary(), StringComparer.Ordinal) }, Json);

    /// <summary>Reads the byte form; null when it is not one.</summary>
    public static DocumentContent? FromJson(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<DocumentContent>(json, Json) is { } content && content.IsWhole ? content : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // The serializer looks at members, not into lists.
    [JsonIgnore]
    private bool IsWhole => Paragraphs.Concat(Notes).Concat(Data.Values).All(text => text is not null) && Rows.All(row => row is not null);
}
