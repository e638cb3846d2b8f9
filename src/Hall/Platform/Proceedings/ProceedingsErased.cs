namespace Tongban.Hall.Platform.Proceedings;

/// <summary>These proceedings lost payload, reason and salt, because they told of rows that were erased with a person: their commitments can
/// no longer be opened. Their leaves stay, so every proof holds; the ledger's check takes an emptied entry only if it stands here.</summary>
public sealed record ProceedingsErased(IReadOnlyList<Guid> Entries) : IEvent
{
    public Guid? CaseId => null;
}
