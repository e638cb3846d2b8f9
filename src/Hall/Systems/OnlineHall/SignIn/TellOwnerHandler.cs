using Tongban.Codes;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Jobs;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity;
using Tongban.Hall.Services.Identity.Mobiles;
using Tongban.Hall.Services.Notices;
using Microsoft.EntityFrameworkCore;

namespace Tongban.Hall.Systems.OnlineHall.SignIn;

/// <summary>Tells an owner, in the in-box and by SMS, what happened to his account. Where the mobile itself changes, the old one is told.</summary>
public sealed class TellOwnerHandler(Accounts accounts, MobileChanges changes, GroupCommit commit, PublicAddress address, CityTime time) : IJobHandler<TellOwner>
{
    public async Task HandleAsync(TellOwner job, Guid jobId, CancellationToken stop)
    {
        if (await accounts.FindAsync(job.AccountId) is not { } account) return;
        var change = job.About is { } about ? await changes.FindAsync(about) : null;
        var (title, body) = Words(job.News, change);
        await commit.RunAsync(new Proceeding(Actor.System("tell-owner"), time.Now), async writing =>
        {
            // Done twice, it is one message.
            if (await writing.Set<Message>().AnyAsync(m => m.Id == jobId, stop)) return;
            Notices.Send(writing, new Message
            {
                Id = jobId, AccountId = account.Id, TitleZh = title.Zh, TitleEn = title.En, BodyZh = body.Zh, BodyEn = body.En, At = time.Now,
                Mobile = change is { Former.Length: > 0 } ? change.Former : account.PhoneNumber,
            }, time.Now);
            writing.Record(new OwnerTold(account.Id, job.News));
        });
    }

    private (Text Title, Text Body) Words(OwnerNews news, MobileChange? change) => news switch
    {
        OwnerNews.PasswordChanged => (new("密码改了", "Your password was changed"), Unless("您的密码刚刚改了，其他设备都已退出。", "Your password was changed just now, and all other devices were signed out.")),
        OwnerNews.Recovered => (new("密码重新设了", "Your password was set anew"), Unless("有人用您的证件信息和这部手机重新设了密码，所有设备都已退出。", "Your password was set anew with your proofs and this mobile, and all devices were signed out.")),
        OwnerNews.PasskeyAdded => (new("加了一个通行密钥", "A passkey was added"), Unless("您的账户加了一个通行密钥，用它可以登录。", "A passkey was added to your account; it can be used to sign in.")),
        OwnerNews.PasskeyRemoved => (new("删了一个通行密钥", "A passkey was removed"), Unless("您的账户删了一个通行密钥。", "A passkey was removed from your account.")),
        OwnerNews.MobileChanging => (new("手机号码 3 天后换", "Your mobile changes in three days"), Stop(change)),
        OwnerNews.MobileChanged => (new("手机号码换了", "Your mobile was changed"), Unless("您账户的手机号码已经换成新的。", "The mobile of your account is now the new one.")),
        OwnerNews.MobileChangeStopped => (new("手机号码不换了", "Your mobile stays as it is"), new("换手机号码已经停下，还是原来的号码。", "The change of mobile was stopped; the old number stays.")),
        OwnerNews.ProviderBound => (new("可以用别的平台登录了", "Another provider can sign you in"), Unless("您的账户现在可以用上级登录平台登录，在“我的账户”里能看到，也能停用。", "Your account can now be signed in to through another provider; you see it under “My account”, and can end it there.")),
        OwnerNews.Locked => (new("有人多次输错您的密码", "Somebody gave wrong passwords"), new("有人在别的设备上多次输错您的密码，没有登录成功。您在常用的设备上照常登录，也可以用短信验证码或通行密钥。", "Somebody gave wrong passwords for your account on another device and did not get in. You can sign in as usual on your own devices, or with a code or passkey.")),
        OwnerNews.MandateOffered => (new("有人请您代办", "Somebody asks you to act for him"), new("有人授权您代办事项，等您签。请登录后在“代谁办事—授权”里看，不认识的不要签。", "You were offered a mandate to act for another. Sign in and see “Acting for – Mandates”; do not sign if you do not know who asks.")),
        OwnerNews.MandateAccepted => (new("授权生效了", "A mandate is in force"), Unless("一份和您有关的授权生效了。", "A mandate that concerns you is in force now.")),
        OwnerNews.MandateDeclined => (new("授权没有被接受", "A mandate was declined"), new("您给出的一份授权没有被接受。", "A mandate that you gave was declined.")),
        OwnerNews.MandateEnded => (new("一份授权结束了", "A mandate has ended"), new("一份和您有关的授权结束了，从现在起不能再用它代办。", "A mandate that concerns you has ended; nobody can act by it any more.")),
        _ => (new("实名等级提高了", "Your level of identity was raised"), new("您的实名等级提高了，可以办更多的事。", "Your level of identity was raised; more services are open to you.")),
    };

    private Text Stop(MobileChange? change)
    {
        var mobile = MobileNumber.Mask(change?.Mobile ?? "");
        var link = address.Of($"stop/{change?.StopKey}");
        return new($"您的手机号码 3 天后换成 {mobile}。不是您本人换的，请马上打开 {link} 停下来。", $"Your mobile will change to {mobile} in three days. If it was not you, open {link} at once to stop it.");
    }

    private static Text Unless(string zh, string en) => new($"{zh}不是您本人，请马上用“忘记密码”重设，或打 12345。", $"{en} If it was not you, set a new password at once under “Forgot your password”, or call 12345.");
}
