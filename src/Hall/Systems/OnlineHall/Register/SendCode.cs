using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Jobs;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Services.Notices;

namespace Tongban.Hall.Systems.OnlineHall.Register;

public sealed record SendCode(Guid RegistrationId) : IJob;

public sealed class SendCodeHandler(HallDb db, SmsGateway sms) : IJobHandler<SendCode>
{
    public async Task HandleAsync(SendCode job, Guid jobId, CancellationToken stop)
    {
        if (await db.Set<Registration>().SingleOrDefaultAsync(r => r.Id == job.RegistrationId, stop) is { Code: { } code } registration)
            await sms.SendAsync(jobId, registration.Mobile, $"注册验证码 {code}，10 分钟内有效。不是您本人操作，请不要理会。", stop);
    }
}
