namespace Tongban.Hall.Platform.Proceedings;

/// <summary>What a signed-in principal carries, beside its identifier and name.</summary>
public static class ClaimNames
{
    /// <summary>The kind of identity that members of staff have, and their cookie's scheme.</summary>
    public const string StaffIdentity = "staff";

    public const string Session = "session";

    /// <summary>When the person last showed who he is, in milliseconds of Unix time.</summary>
    public const string SignedInAt = "signed_in_at";

    /// <summary>Real-name level of the account, 1–3.</summary>
    public const string Level = "level";

    /// <summary>For whom the person acts, and by which mandate; absent: for himself.</summary>
    public const string Party = "party", Mandate = "mandate";

    /// <summary>Of that party: its kind and name; of the mandate: its kind, what it covers (a number, item ids), its last day. Or: it is over.</summary>
    public const string PartyKind = "party_kind", PartyName = "party_name", MandateKind = "mandate_kind", Actions = "mandate_actions", Item = "mandate_item",
        Until = "mandate_until", MandateOver = "mandate_over";

    /// <summary>A member of staff: the post at hand, its office, the office's authority (USCC) and region (12 digits).
    /// Its roles are claims of the usual type.</summary>
    public const string Post = "post", Office = "office", Authority = "authority", Region = "region";
}
