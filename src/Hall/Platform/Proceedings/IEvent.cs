namespace Tongban.Hall.Platform.Proceedings;

/// <summary>What a proceeding did. Its type's name is the event's name in the ledger and in docs/events.md;
/// its members are the payload that the ledger commits to.</summary>
public interface IEvent
{
    /// <summary>The case whose history this belongs to.</summary>
    Guid? CaseId { get; }
}
