namespace Tongban.Hall.Tests.Support;

/// <summary>The real clock, which a test can put forward.</summary>
public sealed class Clock : TimeProvider
{
    private TimeSpan ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;

    public void Advance(TimeSpan by) => ahead += by;
}
