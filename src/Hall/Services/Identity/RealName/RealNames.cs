using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Personal;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Services.Identity.RealName;

public sealed record CheckOptions
{
    public required Guid SubjectId { get; init; }
    public required Sensitive CitizenNumber { get; init; }
    public required Sensitive Name { get; init; }
    public required IReadOnlyList<Proof> Proofs { get; init; }
    public required Text Purpose { get; init; }
}

/// <summary>实名核验: asks the provider and records that it was asked.</summary>
public sealed class RealNames(IRealNameProvider provider, GroupCommit commit, HallDb db, CityTime time)
{
    /// <summary>Once begun it is finished: a question whose asker has gone leaves its record all the same.</summary>
    public async Task<RealNameCheck> CheckAsync(CheckOptions options, Proceeding proceeding)
    {
        var answer = await provider.AskAsync(new RealNameQuestion(
            options.CitizenNumber, options.Name, options.Proofs, options.Purpose.Zh, options.SubjectId.ToString()), CancellationToken.None);
        var check = new RealNameCheck
        {
            Id = Ids.Next(time.Now),
            SubjectId = options.SubjectId,
            PurposeZh = options.Purpose.Zh,
            PurposeEn = options.Purpose.En,
            At = time.Now,
            Status = answer.Status,
            Asked = string.Join(',', options.Proofs.Select(p => p.Kind)),
            Matched = string.Join(',', answer.Matches),
            Evidence = answer.Evidence is null ? null : JsonSerializer.Serialize(answer.Evidence, Notary.Json),
            Problem = answer.Problem,
        };
        await commit.RunAsync(proceeding, writing =>
        {
            writing.Add(check);
            writing.Record(new RealNameChecked(options.SubjectId, check.Id, answer.Status.ToString()));
        });
        return check;
    }

    /// <summary>Every question about a person, newest first.</summary>
    public async Task<IReadOnlyList<RealNameCheck>> AboutAsync(Guid accountId, int most = 100) =>
        await db.Set<RealNameCheck>().Where(c => c.SubjectId == accountId).OrderByDescending(c => c.At).Take(most).ToListAsync();
}
