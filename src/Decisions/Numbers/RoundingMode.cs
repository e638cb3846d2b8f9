namespace Tongban.Decisions.Numbers;

/// <summary>How a digit that must go is rounded (DMN 1.5, 10.3.4.5).</summary>
internal enum RoundingMode
{
    HalfEven,
    HalfUp,
    HalfDown,
    Up,
    Down,
    Floor,
    Ceiling,
}
