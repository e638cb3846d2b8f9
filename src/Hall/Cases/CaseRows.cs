using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Personal;
using Tongban.Hall.Services.Exchange;
using Tongban.Hall.Services.Licences;

namespace Tongban.Hall.Cases;

/// <summary>What of cases belongs to a person: drafts go with him, what was handed in stays in the archive.</summary>
internal static class CaseRows
{
    public static IServiceCollection AddCaseRows(this IServiceCollection services) => services
        .AddPersonalRows(new PersonalRows<Case>
        {
            Group = DataGroup.Cases, What = new("申请（草稿清除，办件保留）", "applications (drafts go, cases are kept)"), Kept = Duty.Archive, Of = Of, Going = Drafts,
        })
        .AddPersonalRows(new PersonalRows<CaseFile>
        {
            Group = DataGroup.Cases, What = new("上传的材料", "uploaded materials"), Kept = Duty.Archive,
            Of = (db, person) => db.Set<CaseFile>().Where(f => f.OwnerId == person),
            Going = (db, person) => db.Set<CaseFile>().Where(f => f.OwnerId == person && Drafts(db, person).Any(c => c.Id == f.CaseId)),
        })
        .AddPersonalRows(new PersonalRows<Submission> { Group = DataGroup.Cases, What = new("提交的内容", "what was handed in"), Kept = Duty.Archive, Of = (db, person) => db.Set<Submission>().Where(s => Of(db, person).Any(c => c.Id == s.CaseId)) })
        .AddPersonalRows(new PersonalRows<Acceptance> { Group = DataGroup.Cases, What = new("受理", "acceptances"), Kept = Duty.Archive, Of = (db, person) => db.Set<Acceptance>().Where(a => Of(db, person).Any(c => c.Id == a.CaseId)) })
        .AddPersonalRows(new PersonalRows<Decision> { Group = DataGroup.Cases, What = new("决定", "decisions"), Kept = Duty.Archive, Of = (db, person) => db.Set<Decision>().Where(d => Of(db, person).Any(c => c.Id == d.CaseId)) })
        .AddPersonalRows(new PersonalRows<Referral> { Group = DataGroup.Cases, What = new("转人工的原因", "why a person decides"), Kept = Duty.Archive, Of = (db, person) => db.Set<Referral>().Where(r => Of(db, person).Any(c => c.Id == r.CaseId)) })
        .AddPersonalRows(new PersonalRows<Rating> { Group = DataGroup.Cases, What = new("评价", "ratings"), Kept = Duty.Archive, Of = (db, person) => db.Set<Rating>().Where(r => Of(db, person).Any(c => c.Id == r.CaseId)) })
        .AddPersonalRows(new PersonalRows<IssuedDocument> { Group = DataGroup.Documents, What = new("文书", "documents"), Kept = Duty.Archive, Of = (db, person) => db.Set<IssuedDocument>().Where(d => d.HolderId == person) })
        .AddPersonalRows(new PersonalRows<Licence> { Group = DataGroup.Licences, What = new("证照", "licences"), Kept = Duty.Archive, Of = (db, person) => db.Set<Licence>().Where(l => l.HolderId == person) })
        .AddPersonalRows(new PersonalRows<Lookup>
        {
            Group = DataGroup.Lookups, What = new("向登记库查到的内容", "what registers answered"), Kept = Duty.Archive,
            Of = (db, person) => db.Set<Lookup>().Where(l => l.SubjectId == person),
            Going = (db, person) => db.Set<Lookup>().Where(l => l.SubjectId == person && (l.CaseId == null || Drafts(db, person).Any(c => c.Id == l.CaseId))),
        })
        .AddPersonalRows(new PersonalRows<AccessRecord> { Group = DataGroup.Lookups, What = new("工作人员看过您的办件", "members of staff who looked at your cases"), Kept = Duty.Log, Of = (db, person) => db.Set<AccessRecord>().Where(r => r.PartyId == person) })
        .AddSingleton(provider => new ClosingHindrance((db, person) => UnderWayAsync(db, person, provider.GetRequiredService<PackageStore>())));

    private static IQueryable<Case> Of(HallDb db, Guid person) => db.Set<Case>().Where(c => c.ApplicantId == person);

    private static IQueryable<Case> Drafts(HallDb db, Guid person) => Of(db, person).Where(c => c.State == CaseState.Draft);

    private static async Task<IReadOnlyList<Text>> UnderWayAsync(HallDb db, Guid person, PackageStore packages) =>
        [.. (await Of(db, person).Where(c => c.State != CaseState.Draft && c.State != CaseState.Closed).ToListAsync())
            .Select(c => packages.Find(c.ItemId) is { } package ? new Text($"{package.Name.Zh}（{c.Number}）", $"{package.Name.En} ({c.Number})") : new Text(c.Number!, c.Number!))];
}
