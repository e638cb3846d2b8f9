using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Jobs;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Notices;
using Tongban.Hall.Tests.Support;
using Tongban.Sandbox.Registries;
using Room = Tongban.Hall.Services.Notices.Notices;

namespace Tongban.Hall.Tests.Services.Notices;

public sealed class SendSmsTests : IDisposable
{
    private readonly HallHost host = new HallHost().Start();

    public void Dispose() => host.Dispose();

    [Theory]
    [InlineData(FaultMode.None, 1)]
    [InlineData(FaultMode.Down, 2)]
    [InlineData(FaultMode.Error500, 2)]
    [InlineData(FaultMode.LostAnswer, 2)]
    public async Task A_message_arrives_once_whatever_happens_on_the_way(FaultMode fault, int attempts)
    {
        host.Sandbox.Break("sms", new Fault(fault));
        var id = await SendAsync();
        if (fault != FaultMode.None) await UntilAsync(job => job.LastError is not null);
        host.Sandbox.Break("sms", Fault.None);

        var job = await UntilAsync(job => job.State == JobState.Done);

        Assert.True(job.Attempts >= attempts);
        var arrived = Assert.Single(host.Sandbox.Messages);
        Assert.Equal((id.ToString(), "13900262003", "【深圳通办】已受理"), (arrived.Id, arrived.Mobile, arrived.Text));
    }

    private async Task<Guid> SendAsync()
    {
        var now = TimeProvider.System.GetUtcNow();
        var message = new Message
        {
            Id = Guid.NewGuid(), AccountId = Guid.NewGuid(), TitleZh = "受理", TitleEn = "Accepted", BodyZh = "已受理", BodyEn = "Accepted",
            At = new DateTimeOffset(now.Ticks - now.Ticks % TimeSpan.TicksPerMillisecond, TimeSpan.Zero), Mobile = "13900262003",
        };
        await host.UseAsync(async (GroupCommit commit) =>
        {
            await commit.RunAsync(new Proceeding(Actor.System("test"), message.At), db =>
            {
                Room.Send(db, message, message.At);
                db.Record(new MessageRead(null, message.Id));
            });
            return true;
        });
        return message.Id;
    }

    private async Task<Job> UntilAsync(Func<Job, bool> so)
    {
        for (var i = 0; i < 600; i++)
        {
            var job = await host.UseAsync((HallDb db) => db.Set<Job>().SingleAsync(j => j.Kind == nameof(SendSms)));
            if (so(job)) return job;
            await Task.Delay(100);
        }
        throw new TimeoutException("The job did not come that far within a minute.");
    }
}
