using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Jobs;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Services.Notices;

/// <summary>Messages: into the in-box within the step that causes them, by SMS afterwards.</summary>
public sealed class Notices(GroupCommit commit, HallDb db, CityTime time)
{
    /// <summary>Adds a message to another step; that step's event binds it.</summary>
    public static void Send(HallDb writing, Message message, DateTimeOffset now)
    {
        writing.Add(message);
        if (message.Mobile is not null) writing.Enqueue(new SendSms(message.Id), now);
    }

    /// <param name="cases">Only messages about these; null: all.</param>
    public async Task<IReadOnlyList<Message>> OfAsync(Guid partyId, IQueryable<Guid>? cases = null)
    {
        var all = db.Set<Message>().Where(m => m.AccountId == partyId);
        return await (cases is null ? all : all.Where(m => m.CaseId != null && cases.Contains(m.CaseId.Value))).OrderByDescending(m => m.At).Take(100).ToListAsync();
    }

    public async Task MarkReadAsync(Guid partyId, Guid id, Proceeding proceeding) => await commit.RunAsync(proceeding, async writing =>
    {
        var message = await writing.Set<Message>().AsTracking().SingleOrDefaultAsync(m => m.Id == id && m.AccountId == partyId && m.ReadAt == null);
        if (message is null || writing.Forbids(MandateActions.None, null) is not null) return;
        message.ReadAt = time.Now;
        writing.Record(new MessageRead(message.CaseId, id));
    });
}

public sealed class SendSmsHandler(HallDb db, SmsGateway sms) : IJobHandler<SendSms>
{
    public async Task HandleAsync(SendSms job, Guid jobId, CancellationToken stop)
    {
        if (await db.Set<Message>().SingleOrDefaultAsync(m => m.Id == job.MessageId, stop) is { Mobile: { } mobile } message)
            await sms.SendAsync(message.Id, mobile, message.BodyZh, stop);
    }
}
