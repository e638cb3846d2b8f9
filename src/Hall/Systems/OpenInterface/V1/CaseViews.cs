using System.Text.Json.Nodes;
using Tongban.Hall.Cases;
using Tongban.Hall.Platform.Packages;
using Tongban.LicenceDocuments;

namespace Tongban.Hall.Systems.OpenInterface.V1;

/// <summary>What a client sends to begin a case.</summary>
/// <param name="Item">The service's id.</param>
/// <param name="Applicant">Citizen number of the applicant.</param>
/// <param name="Answers">Field id to value.</param>
public sealed record NewCase(string Item, string Applicant, JsonObject? Answers = null);

/// <param name="Version">The version that was read.</param>
/// <param name="ShownHash">The hash that was read with it.</param>
/// <param name="AskPerson">Let a person decide.</param>
public sealed record SubmitCase(int Version, string ShownHash, bool AskPerson = false);

/// <param name="Facts">What the registers said, by register.</param>
/// <param name="Errors">What keeps it from being submitted, by field.</param>
public sealed record CaseView(
    Guid Id, string Item, CaseState State, string? Number, int Version, string ShownHash, JsonObject Answers, JsonObject Facts, IReadOnlyDictionary<string, Text> Errors);

/// <param name="Licence">Its identifier, where one was issued.</param>
/// <param name="Receipt">The history of the case with the ledger's promise: tongban-receipt/1.</param>
public sealed record SubmittedCase(
    Guid Id, string Number, string QueryCode, CaseState State, bool Granted, IReadOnlyList<ReasonView> Reasons, string? Licence,
    IReadOnlyList<DocumentView> Documents, JsonObject Receipt);

public sealed record ReasonView(Text Text, Text? Basis, Text? Advice);

public sealed record DocumentView(DocumentKind Kind, string Number);
