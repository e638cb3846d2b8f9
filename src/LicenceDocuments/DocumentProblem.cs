namespace Tongban.LicenceDocuments;

/// <summary>What is wrong with a document or its number, in both languages.</summary>
public sealed record DocumentProblem(string Code, string Zh, string En);
