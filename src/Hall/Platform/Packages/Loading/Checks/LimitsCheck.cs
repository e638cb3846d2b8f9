namespace Tongban.Hall.Platform.Packages.Loading.Checks;

/// <summary>Time limits and fees stay inside the Administrative Licensing Law (articles 42 and 58); handing in asks for no less of a person than beginning.</summary>
internal static class LimitsCheck
{
    private const int Ordinary = 20, Joint = 45;

    public static void Run(PackageDraft draft)
    {
        var limits = draft.Package.Limits;
        var most = limits.Joint ? Joint : Ordinary;
        if (limits.Promised.Days > limits.Statutory.Days)
            draft.InService("/limits/promised/days", Findings.PromisedLonger(limits.Promised.Days, limits.Statutory.Days));
        if (limits.Statutory.Days > most && limits.SpecialLaw is null)
            draft.InService("/limits/statutory/days", Findings.StatutoryLonger(limits.Statutory.Days, most));

        var assurance = draft.Package.Assurance;
        if (assurance.ToSubmit < assurance.Apply) draft.InService("/assurance/submit", Findings.SubmitBelowApply(assurance.ToSubmit, assurance.Apply));

        var fees = draft.Package.Fees;
        if (fees.Free && fees.Items.Count > 0)
            draft.InService("/fees/free", Findings.FreeWithFees());
        if (!fees.Free && fees.Items.Count == 0)
            draft.InService("/fees", Findings.PaidWithoutFees());
        for (var i = 0; i < fees.Items.Count; i++)
            if (fees.Items[i].Basis is null)
                draft.InService(FormattableString.Invariant($"/fees/items/{i}"), Findings.FeeWithoutBasis());
        for (var i = 0; i < draft.Package.SpecialProcedures.Count; i++)
            if (draft.Package.SpecialProcedures[i] is { Fee: > 0, FeeBasis: null })
                draft.InService(FormattableString.Invariant($"/specialProcedures/{i}/fee"), Findings.FeeWithoutBasis());
    }
}
