using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Services.Identity.Kiosks;

public sealed record KioskRegistered(Guid KioskId, Guid OfficeId, string KeyHash) : IEvent
{
    public Guid? CaseId => null;
}

public sealed record KioskEnded(Guid KioskId) : IEvent
{
    public Guid? CaseId => null;
}

/// <summary>It showed that it holds its key; from now on its requests name it.</summary>
public sealed record KioskProved(Guid KioskId) : IEvent
{
    public Guid? CaseId => null;
}
