namespace Tongban.Codes;

/// <summary>What is wrong with a code, and what to do, in both languages.</summary>
/// <param name="Code">Stable name of the problem.</param>
/// <param name="Zh">For the reader of Chinese.</param>
/// <param name="En">For the reader of English.</param>
public sealed record CodeProblem(string Code, string Zh, string En);
