namespace Tongban.Flows.Stepping;

/// <summary>How large a run may become.</summary>
internal static class Limits
{
    public const int MostTokens = 500;
    public const int MostRepetitions = 100;
}
