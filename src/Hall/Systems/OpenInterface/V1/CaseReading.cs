using System.Text.Json.Nodes;
using Tongban.Hall.Cases;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Services.Supervision.Ledger;

namespace Tongban.Hall.Systems.OpenInterface.V1;

/// <summary>A case as the API shows it, before and after it is handed in.</summary>
internal sealed class CaseReading(PackageStore packages, Applications applications, ShownPages pages, CaseFiles files, PublicLedger ledger)
{
    public async Task<CaseView> ViewAsync(Guid id, Guid owner)
    {
        var found = (await applications.FindAsync(id, owner))!;
        var shown = await pages.OfAsync(packages.Find(found.ItemId)!, found);
        return new CaseView(
            found.Id, found.ItemId, found.State, found.Number, found.Version, shown.Hash, shown.Grounds.Answers, shown.Facts(),
            shown.Errors.DistinctBy(e => e.Field).ToDictionary(e => e.Field, e => e.Text));
    }

    public async Task<SubmittedCase> SubmittedAsync(Guid id, Guid owner)
    {
        var dossier = (await files.OfApplicantAsync(id, owner))!;
        var number = dossier.Case.Number!;
        var receipt = await ledger.ReceiptAsync(id, number);
        return new SubmittedCase(
            id, number, dossier.Case.QueryCode!, dossier.Case.State, dossier.Decision?.Granted == true,
            [.. (dossier.Rules?.Reasons ?? []).Select(r => new ReasonView(r.Text, r.Basis, r.Advice))], dossier.Licence?.Identifier,
            [.. dossier.Documents.Select(d => new DocumentView(d.Kind, d.Number))], JsonNode.Parse(receipt.ToJson())!.AsObject());
    }
}
