using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Services.Identity.Passkeys;

public sealed record PasskeyAdded(Guid AccountId, Guid PasskeyId) : IEvent
{
    public Guid? CaseId => null;
}

public sealed record PasskeyRemoved(Guid AccountId, Guid PasskeyId) : IEvent
{
    public Guid? CaseId => null;
}
