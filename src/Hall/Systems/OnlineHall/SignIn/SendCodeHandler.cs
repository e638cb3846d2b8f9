using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Jobs;
using Tongban.Hall.Services.Identity.OneTime;
using Tongban.Hall.Services.Notices;

namespace Tongban.Hall.Systems.OnlineHall.SignIn;

public sealed class SendCodeHandler(HallDb db, SmsGateway sms) : IJobHandler<SendCode>
{
    public async Task HandleAsync(SendCode job, Guid jobId, CancellationToken stop)
    {
        if (await db.Set<OneTimeCode>().SingleOrDefaultAsync(c => c.Id == job.CodeId, stop) is { Code: { } digits } code)
            await sms.SendAsync(jobId, code.Mobile, $"{What(code.Purpose)}验证码 {digits}，10 分钟内有效。{Warning(code.Purpose)}", stop);
    }

    // At a counter the clerk does ask, and nowhere else.
    private static string Warning(CodePurpose purpose) => purpose == CodePurpose.Window ? "只在窗口当面告诉工作人员，电话里不要说。" : "不要告诉任何人，工作人员也不会问您要。";

    private static string What(CodePurpose purpose) => purpose switch
    {
        CodePurpose.Registration => "注册",
        CodePurpose.SignIn => "登录",
        CodePurpose.FreshSignIn => "确认是您本人的",
        CodePurpose.Window => "窗口开户",
        CodePurpose.NewMobile => "换手机号的",
        _ => "重设密码的",
    };
}
