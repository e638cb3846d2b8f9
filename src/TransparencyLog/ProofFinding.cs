namespace Tongban.TransparencyLog;

/// <summary>How a check came out; a later state is worse.</summary>
public enum ProofState
{
    /// <summary>It holds.</summary>
    Proved,

    /// <summary>Nothing is wrong, but it is not proved (yet).</summary>
    Pending,

    /// <summary>It does not hold.</summary>
    Failed,
}

/// <summary>One check, in both languages.</summary>
public sealed record ProofFinding(ProofState State, string Zh, string En)
{
    /// <summary>It holds.</summary>
    public static ProofFinding Proved(string zh, string en) => new(ProofState.Proved, zh, en);

    /// <summary>Nothing is wrong, but it is not proved (yet).</summary>
    public static ProofFinding Pending(string zh, string en) => new(ProofState.Pending, zh, en);

    /// <summary>It does not hold.</summary>
    public static ProofFinding Failed(string zh, string en) => new(ProofState.Failed, zh, en);
}
