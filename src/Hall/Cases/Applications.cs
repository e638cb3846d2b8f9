using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Files;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Personal;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Cases;

public sealed record BeginOptions
{
    public required ServicePackage Package { get; init; }
    public required Guid ApplicantId { get; init; }
    public PartyKind ApplicantKind { get; init; }

    /// <summary>The person at the keyboard; null: a program or a clerk.</summary>
    public Guid? HandlerId { get; init; }

    /// <summary>Given by whoever may ask again: the same id never begins a second draft.</summary>
    public Guid? Id { get; init; }

    public Channel Channel { get; init; } = Channel.Computer;

    /// <summary>What registers and account already know.</summary>
    public JsonObject Prefill { get; init; } = [];
}

public sealed record SaveOptions
{
    public required Guid CaseId { get; init; }
    public required Guid ApplicantId { get; init; }

    /// <summary>The version that was on the screen.</summary>
    public required int Version { get; init; }

    public required string Section { get; init; }

    /// <summary>The section's answers; null removes one.</summary>
    public required JsonObject Answers { get; init; }
}

public sealed record AttachOptions
{
    public required Guid CaseId { get; init; }
    public required Guid ApplicantId { get; init; }
    public required string Material { get; init; }

    /// <summary>What its owner called the file: often himself.</summary>
    public required Sensitive Name { get; init; }

    public required Stream Content { get; init; }
    public int MostMegabytes { get; init; } = 10;
}

/// <summary>申报: an application from its first page to the moment of handing in.</summary>
public sealed class Applications(GroupCommit commit, HallDb db, FileStore files, Quarantine quarantine, CityTime time)
{
    /// <summary>A case that belongs to this applicant; null: there is none, or it is another's.</summary>
    public Task<Case?> FindAsync(Guid caseId, Party applicant) => db.CasesOf(applicant).SingleOrDefaultAsync(c => c.Id == caseId);

    public async Task<IReadOnlyList<Case>> OfAsync(Party applicant, int most = 100) =>
        await db.CasesOf(applicant).OrderByDescending(c => c.ChangedAt).Take(most).ToListAsync();

    /// <summary>The draft that this person has begun for the applicant, on whatever device; a program's drafts are the applicant's own.
    /// Two agents of one firm do not write into each other's.</summary>
    public Task<Case?> DraftAsync(string itemId, Party applicant, Guid handlerId) => db.CasesOf(applicant)
        .Where(c => c.ItemId == itemId && c.State == CaseState.Draft && (c.HandlerId == handlerId || c.HandlerId == null && applicant.Id == handlerId))
        .OrderByDescending(c => c.ChangedAt).FirstOrDefaultAsync();

    public async Task<Outcome<Case>> BeginAsync(BeginOptions options, Proceeding proceeding)
    {
        var package = options.Package;
        if (!package.Serves(options.ApplicantKind)) return Refusals.NotServed;
        var id = options.Id ?? Ids.Next(time.Now);
        return await commit.RunAsync<Outcome<Case>>(proceeding, async writing =>
        {
            if (writing.Forbids(MandateActions.Fill, package.Id) is { } refusal) return refusal;
            if (options.Id is not null && await writing.Set<Case>().SingleOrDefaultAsync(c => c.Id == id && c.ApplicantId == options.ApplicantId) is { } before) return before;
            var begun = new Case
            {
                Id = id,
                ItemId = package.Id,
                PackageVersion = package.Version.Hash,
                ApplicantId = options.ApplicantId,
                ApplicantKind = options.ApplicantKind,
                HandlerId = options.HandlerId,
                RegionCode = package.Authority.Region,
                AuthorityCode = package.Authority.Uscc,
                Channel = options.Channel,
                CreatedAt = proceeding.At,
                ChangedAt = proceeding.At,
                Answers = options.Prefill.ToJsonString(Notary.Json),
            };
            writing.Add(begun);
            writing.Record(new DraftBegun(id, package.Id, package.Version.Short));
            return begun;
        });
    }

    /// <summary>Saves one page. A page that saw an older version is refused; nothing that anybody typed is lost by that.</summary>
    public Task<Outcome<Case>> SaveAsync(SaveOptions options, Proceeding proceeding) => commit.RunAsync<Outcome<Case>>(proceeding, async writing =>
    {
        var draft = await writing.Set<Case>().AsTracking().SingleOrDefaultAsync(c => c.Id == options.CaseId && c.ApplicantId == options.ApplicantId);
        if (draft is null) return Refusals.CaseUnknown;
        if (writing.Forbids(MandateActions.Fill, draft.ItemId) is { } refusal) return refusal;
        if (draft.State != CaseState.Draft) return Refusals.CaseSubmitted;
        if (draft.Version != options.Version) return Refusals.DraftStale;
        var answers = Merge(JsonNode.Parse(draft.Answers)!.AsObject(), options.Answers).ToJsonString(Notary.Json);
        if (answers == draft.Answers) return draft;
        draft.Answers = answers;
        draft.Version++;
        draft.ChangedAt = proceeding.At;
        writing.Record(new DraftSaved(draft.Id, options.Section, draft.Version));
        return draft;
    });

    public Task<bool> SubmittedWithAsync(Guid caseId, string key) =>
        db.Set<Submission>().AnyAsync(s => s.CaseId == caseId && s.IdempotencyKey == key);

    /// <summary>The files of a case, newest last.</summary>
    public async Task<IReadOnlyList<CaseFile>> FilesAsync(Guid caseId) =>
        await db.Set<CaseFile>().Where(f => f.CaseId == caseId).OrderBy(f => f.At).ToListAsync();

    /// <summary>Files of the same material that this applicant has given before, in cases that whoever acts may see.</summary>
    public async Task<IReadOnlyList<CaseFile>> ReusableAsync(Party owner, string material, Guid exceptCase) => await db.Set<CaseFile>()
        .Where(f => f.OwnerId == owner.Id && f.Material == material && f.CaseId != exceptCase && db.CasesOf(owner).Any(c => c.Id == f.CaseId))
        .OrderByDescending(f => f.At).Take(5).ToListAsync();

    /// <summary>Takes a file in: held in quarantine until it is checked, then kept and bound to its case. A refusal is recorded too.</summary>
    public async Task<Outcome<CaseFile>> AttachAsync(AttachOptions options, Proceeding proceeding)
    {
        // Nobody fills the store with files for a case that is not his.
        if (await FindAsync(options.CaseId, options.ApplicantId) is not { } draft) return Refusals.CaseUnknown;
        if (draft.State != CaseState.Draft) return Refusals.CaseSubmitted;
        using var held = await quarantine.TakeInAsync(options.Content, UploadCheck.MostBytes * 2);
        var content = await held.ReadAsync();
        var check = UploadCheck.Check(content, options.Name.Reveal(), options.MostMegabytes);
        if (!check.Ok)
        {
            await commit.RunAsync(proceeding with { AfterTheFact = true }, writing => writing.Record(new MaterialRefused(options.CaseId, options.Material, check.Refusal.Code)));
            return check.Refusal;
        }
        var hash = await files.PutAsync(content);
        var id = Ids.Next(time.Now);
        return await AddAsync(options.CaseId, options.ApplicantId, proceeding, () => new CaseFile
        {
            Id = id,
            CaseId = options.CaseId,
            OwnerId = options.ApplicantId,
            Material = options.Material,
            Name = Path.GetFileName(options.Name.Reveal()),
            ContentType = check.Value,
            Size = content.Length,
            Hash = hash,
            At = proceeding.At,
        });
    }

    /// <summary>Takes over a file that was given in an earlier case.</summary>
    public async Task<Outcome<CaseFile>> ReuseAsync(Guid caseId, Party applicant, Guid fileId, Proceeding proceeding)
    {
        var earlier = await db.Set<CaseFile>().SingleOrDefaultAsync(f => f.Id == fileId && f.OwnerId == applicant.Id && db.CasesOf(applicant).Any(c => c.Id == f.CaseId));
        if (earlier is null) return Refusals.CaseUnknown;
        var id = Ids.Next(time.Now);
        return await AddAsync(caseId, applicant.Id, proceeding, () => new CaseFile
        {
            Id = id,
            CaseId = caseId,
            OwnerId = applicant.Id,
            Material = earlier.Material,
            Name = earlier.Name,
            ContentType = earlier.ContentType,
            Size = earlier.Size,
            Hash = earlier.Hash,
            At = proceeding.At,
            ReusedFrom = earlier.Id,
        });
    }

    public Task<Outcome<bool>> RemoveAsync(Guid caseId, Guid applicantId, Guid fileId, Proceeding proceeding) => commit.RunAsync<Outcome<bool>>(proceeding, async writing =>
    {
        // Before anything is touched: a step that ends in a refusal has changed nothing.
        var file = await writing.Set<CaseFile>().AsTracking().SingleOrDefaultAsync(f => f.Id == fileId && f.CaseId == caseId && f.OwnerId == applicantId);
        if (file is null) return Refusals.CaseUnknown;
        if (await TouchFilesAsync(writing, caseId, applicantId) is { } refusal) return refusal;
        writing.Remove(file);
        writing.Record(new MaterialRemoved(caseId, fileId));
        return true;
    });

    private Task<Outcome<CaseFile>> AddAsync(Guid caseId, Guid applicantId, Proceeding proceeding, Func<CaseFile> make) => commit.RunAsync<Outcome<CaseFile>>(proceeding, async writing =>
    {
        if (await TouchFilesAsync(writing, caseId, applicantId) is { } refusal) return refusal;
        var file = make();
        writing.Add(file);
        writing.Record(new MaterialUploaded(caseId, file.Id, file.Material, file.Hash));
        return file;
    });

    private static async Task<Refusal?> TouchFilesAsync(HallDb writing, Guid caseId, Guid applicantId)
    {
        var draft = await writing.Set<Case>().AsTracking().SingleOrDefaultAsync(c => c.Id == caseId && c.ApplicantId == applicantId);
        if (draft is null) return Refusals.CaseUnknown;
        if (writing.Forbids(MandateActions.Fill, draft.ItemId) is { } refusal) return refusal;
        if (draft.State != CaseState.Draft) return Refusals.CaseSubmitted;
        draft.FilesVersion++;
        return null;
    }

    private static JsonObject Merge(JsonObject answers, JsonObject changes)
    {
        foreach (var (name, value) in changes)
            if (value is null) answers.Remove(name);
            else answers[name] = value.DeepClone();
        return answers;
    }
}
