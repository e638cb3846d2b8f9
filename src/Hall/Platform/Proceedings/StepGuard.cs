using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Outcomes;

namespace Tongban.Hall.Platform.Proceedings;

/// <summary>Asks, inside the step and holding what it read until the commit, whether the proceeding's actor may act for its party:
/// whose mandate is ended meanwhile writes nothing more.</summary>
/// <returns>How far he may go; or the refusal.</returns>
public delegate Task<Outcome<Party>> StepGuard(HallDb writing, Proceeding proceeding);

/// <summary>A step that is not done. Where the verb could not answer with a refusal itself.</summary>
public sealed class RefusedException(Refusal refusal) : Exception(refusal.Code)
{
    public Refusal Refusal => refusal;
}
