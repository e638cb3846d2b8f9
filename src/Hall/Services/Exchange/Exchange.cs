using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Personal;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Services.Exchange;

/// <summary>What is asked of one register, and why.</summary>
public sealed record RegistryRequest(string Registry, string PurposeZh, string PurposeEn, IReadOnlyList<string> Fields);

public sealed record LookUpOptions
{
    /// <summary>Null: for no case, such as a registration; the purpose says what for.</summary>
    public Guid? CaseId { get; init; }

    public required Guid SubjectId { get; init; }
    /// <summary>Citizen number, or the code of an organisation.</summary>
    public required Sensitive Number { get; init; }

    /// <summary>Must belong to the number; null: by number alone.</summary>
    public Sensitive? Name { get; init; }

    public required IReadOnlyList<RegistryRequest> Requests { get; init; }
}

/// <summary>数据共享: look-ups in other authorities' registers. Each is recorded with purpose, case, time, fields and result.</summary>
public sealed class Exchange(IRegistryConnector connector, GroupCommit commit, HallDb db, CityTime time)
{
    /// <summary>Asks all registers at once; a register's failure is a result like any other.
    /// Once begun it is finished: a look-up whose asker has gone leaves its record all the same.</summary>
    public async Task<IReadOnlyList<Lookup>> LookUpAsync(LookUpOptions options, Proceeding proceeding)
    {
        var lookups = await Task.WhenAll(options.Requests.Select(request => AskAsync(options, request)));
        if (lookups.Length > 0)
            await commit.RunAsync(proceeding with { AfterTheFact = true }, writing =>
            {
                writing.AddRange((IEnumerable<object>)lookups);
                writing.Record(new LookedUp(options.CaseId, [.. lookups.Select(l => new LookedUp.One(l.Id, l.Registry, l.Status.ToString()))]));
            });
        return lookups;
    }

    /// <summary>The newest look-up of each register for a case.</summary>
    public async Task<IReadOnlyDictionary<string, Lookup>> NewestAsync(Guid caseId)
    {
        var all = await db.Set<Lookup>().Where(l => l.CaseId == caseId).OrderBy(l => l.At).ToListAsync();
        var newest = new Dictionary<string, Lookup>();
        foreach (var lookup in all) newest[lookup.Registry] = lookup;
        return newest;
    }

    /// <summary>Every look-up about a person, newest first.</summary>
    public async Task<IReadOnlyList<Lookup>> AboutAsync(Guid accountId, int most = 200) =>
        await db.Set<Lookup>().Where(l => l.SubjectId == accountId).OrderByDescending(l => l.At).Take(most).ToListAsync();

    private async Task<Lookup> AskAsync(LookUpOptions options, RegistryRequest request)
    {
        var started = Stopwatch.GetTimestamp();
        var answer = await connector.AskAsync(request.Registry, new RegistryQuestion(
            options.Number, options.Name, request.PurposeZh, (options.CaseId ?? options.SubjectId).ToString(), request.Fields), CancellationToken.None);
        return new Lookup
        {
            Id = Ids.Next(time.Now),
            CaseId = options.CaseId,
            SubjectId = options.SubjectId,
            Registry = request.Registry,
            PurposeZh = request.PurposeZh,
            PurposeEn = request.PurposeEn,
            Fields = string.Join(',', request.Fields),
            At = time.Now,
            Status = answer.Status,
            AsOf = answer.AsOf,
            Record = answer.Record,
            Evidence = answer.Evidence?.ToJson(),
            Problem = answer.Problem,
            Milliseconds = (int)Stopwatch.GetElapsedTime(started).TotalMilliseconds,
        };
    }
}
