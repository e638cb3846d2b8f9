namespace Tongban.LicenceDocuments;

/// <summary>What is wrong with a document or its number, and what to do, in both languages.</summary>
/// <param name="Code">Stable, for programs: seal.changed.</param>
/// <param name="Zh">Chinese.</param>
/// <param name="En">English.</param>
public sealed record DocumentProblem(string Code, string Zh, string En);
