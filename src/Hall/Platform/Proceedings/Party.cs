namespace Tongban.Hall.Platform.Proceedings;

/// <summary>授权事项: what somebody may do for another. To see a case and its progress goes with each of them.</summary>
[Flags]
public enum MandateActions
{
    None = 0,

    /// <summary>Begin applications, fill in, hand in materials.</summary>
    Fill = 1,

    /// <summary>Submit them, and bind the other by it.</summary>
    Submit = 2,

    /// <summary>See and collect decisions, documents and licences; rate the service.</summary>
    Results = 4,

    All = Fill | Submit | Results,
}

/// <summary>Whose things somebody may see and do, and how far: his own, or those of the party he acts for.</summary>
/// <param name="Items">Only these services; null: all.</param>
public sealed record Party(Guid Id, PartyKind Kind = PartyKind.Person, MandateActions Actions = MandateActions.All, IReadOnlyList<string>? Items = null)
{
    /// <summary>A person for himself: all of it.</summary>
    public static implicit operator Party(Guid person) => new(person);

    /// <param name="item">Null: nothing of a single service.</param>
    public bool Covers(MandateActions action, string? item) => (Actions & action) == action && (item is null || Items is null || Items.Contains(item));
}
