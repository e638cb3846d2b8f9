using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Jobs;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Notices;
using Tongban.Hall.Tests.Support;
using Tongban.Sandbox.Registries;
using Room = Tongban.Hall.Services.Notices.Notices;

namespace Tongban.Hall.Tests.Services.Notices;

public sealed class SendSmsTests(SharedHalls halls) : IClassFixture<SharedHalls>
{
    private const string Mobile = "13900262003";

    public static TheoryData<string> Both => Databases.Both;

    public static MatrixTheoryData<string, FaultMode> Faults { get; } =
        new(["sqlite", "postgres"], [FaultMode.None, FaultMode.Down, FaultMode.Error500, FaultMode.LostAnswer]);

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_message_arrives_once_whatever_happens_on_the_way(string database, FaultMode fault)
    {
        var host = halls.On(database);
        host.Sandbox.Break("sms", new Fault(fault));
        var id = await SendAsync(host, Mobile);
        if (fault != FaultMode.None) await UntilAsync(host, id, job => job.LastError is not null);
        host.Sandbox.Break("sms", Fault.None);

        var job = await UntilAsync(host, id, job => job.State == JobState.Done);

        Assert.True(job.Attempts >= (fault == FaultMode.None ? 1 : 2));
        var arrived = Assert.Single(host.Sandbox.Messages, m => m.Id == id.ToString());
        Assert.Equal((Mobile, "【深圳通办】已受理"), (arrived.Mobile, arrived.Text));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Without_a_gateway_the_job_says_so_and_the_message_goes_out_once_there_is_one(string database)
    {
        var host = halls.On(database);
        var settings = host.Services.GetRequiredService<IOptions<SmsOptions>>().Value;
        var address = settings.Address;
        settings.Address = "";
        var id = await SendAsync(host, Mobile);

        var waiting = await UntilAsync(host, id, job => job.LastError is not null);
        settings.Address = address;

        Assert.Equal(JobState.Waiting, waiting.State);
        Assert.Contains("Hall:Sms:Address", waiting.LastError);
        await UntilAsync(host, id, job => job.State == JobState.Done);
        Assert.Single(host.Sandbox.Messages, m => m.Id == id.ToString());
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_message_stays_unread_until_its_owner_reads_it(string database)
    {
        var host = halls.On(database);
        var id = await SendAsync(host, mobile: null);
        var message = await host.UseAsync((HallDb db) => db.Set<Message>().SingleAsync(m => m.Id == id));

        await ReadAsync(host, Guid.NewGuid(), id);
        Assert.Null((await host.UseAsync((Room notices) => notices.OfAsync(message.AccountId))).Single().ReadAt);
        await ReadAsync(host, message.AccountId, id);

        Assert.NotNull((await host.UseAsync((Room notices) => notices.OfAsync(message.AccountId))).Single().ReadAt);
        Assert.False(await host.UseAsync((HallDb db) => db.Set<Job>().AnyAsync(j => j.Payload.Contains(id.ToString()))));
    }

    private static Task<bool> ReadAsync(HallHost host, Guid account, Guid id) => host.UseAsync(async (Room notices) =>
    {
        await notices.MarkReadAsync(account, id, new Proceeding(Actor.System("test"), TimeProvider.System.GetUtcNow()));
        return true;
    });

    private static async Task<Guid> SendAsync(HallHost host, string? mobile)
    {
        var now = TimeProvider.System.GetUtcNow();
        var message = new Message
        {
            Id = Guid.NewGuid(), AccountId = Guid.NewGuid(), TitleZh = "受理", TitleEn = "Accepted", BodyZh = "已受理", BodyEn = "Accepted",
            At = new DateTimeOffset(now.Ticks - now.Ticks % TimeSpan.TicksPerMillisecond, TimeSpan.Zero), Mobile = mobile,
        };
        return await host.UseAsync(async (GroupCommit commit) =>
        {
            await commit.RunAsync(new Proceeding(Actor.System("test"), message.At), db =>
            {
                Room.Send(db, message, message.At);
                db.Record(new MessageRead(null, message.Id));
            });
            return message.Id;
        });
    }

    private static Task<Job> UntilAsync(HallHost host, Guid message, Func<Job, bool> so) => HallHost.UntilAsync(async () =>
        await host.UseAsync((HallDb db) => db.Set<Job>().SingleAsync(j => j.Kind == nameof(SendSms) && j.Payload.Contains(message.ToString()))) is var job && so(job) ? job : null);
}
