using System.ComponentModel;
using System.Text.Json.Nodes;
using Tongban.Hall.Cases;
using Tongban.Hall.Platform.Packages;
using Tongban.LicenceDocuments;

namespace Tongban.Hall.Systems.OpenInterface.V1;

public sealed record NewCase(
    [property: Description("事项 id · The service")] string Item,
    [property: Description("申请人的公民身份号码 · Citizen number of the applicant")] string Applicant,
    [property: Description("字段 id 到答案，见事项的 fields · Field id to answer; the fields stand in the service")] JsonObject? Answers = null);

public sealed record SubmitCase(
    [property: Description("读到的版本 · The version that was read")] int Version,
    [property: Description("和它一起读到的散列：提交的正是给申请人看过的 · The hash read with it: what is submitted is what the applicant was shown")] string ShownHash,
    [property: Description("要由工作人员决定 · A person shall decide")] bool AskPerson = false);

public sealed record CaseView(
    Guid Id, string Item, CaseState State,
    [property: Description("办件编号，提交以后才有 · The case number, given at submission")] string? Number,
    int Version, string ShownHash, JsonObject Answers,
    [property: Description("登记库答复了什么 · What the registers said")] JsonObject Facts,
    [property: Description("按字段列出提交前要改的 · What must be changed before it can be submitted, by field")] IReadOnlyDictionary<string, Text> Errors);

public sealed record SubmittedCase(
    Guid Id, string Number,
    [property: Description("查询码，凭它和编号查进度 · With it and the number anybody sees the progress")] string QueryCode,
    CaseState State,
    [property: Description("秒批通过；否则由工作人员办 · Granted at once; otherwise a person decides")] bool Granted,
    IReadOnlyList<ReasonView> Reasons,
    [property: Description("证照标识 · Identifier of the licence")] string? Licence,
    IReadOnlyList<DocumentView> Documents,
    [property: Description("历史收据 tongban-receipt/1，可离线核对 · The receipt of its history, checkable offline")] JsonObject Receipt);

public sealed record ReasonView(Text Text, Text? Basis, Text? Advice);

public sealed record DocumentView(DocumentKind Kind, string Number);
