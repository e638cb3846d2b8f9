using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Sm;

namespace Tongban.Hall.Services.Identity.Privacy;

/// <summary>The words of a purpose.</summary>
/// <param name="Unasked">What holds as long as the person has said nothing.</param>
public sealed record PurposeText(ConsentPurpose Purpose, Text Name, Text Agreed, Text Without, bool Unasked)
{
    /// <summary>Of both languages: whichever was read, the record is the same.</summary>
    public string Hash => Sm3.Hex($"{Purpose}\n{Name.Zh}\n{Name.En}\n{Agreed.Zh}\n{Agreed.En}\n{Without.Zh}\n{Without.En}");
}

/// <summary>Asks, keeps and answers what a person has agreed to.</summary>
public sealed class Consents(GroupCommit commit, HallDb db, CityTime time)
{
    public static readonly IReadOnlyDictionary<ConsentPurpose, PurposeText> Texts = new[]
    {
        new PurposeText(ConsentPurpose.Prefill, new("自动填表", "Filling in forms"),
            new("开始填一份申请时，向登记库查办这件事要用的数据，替您填好。", "When you begin an application, registers are asked for what it needs and the form is filled in for you."),
            new("新的申请不再自动填，都由您自己填。已经填好的不变。", "New applications are no longer filled in; you type everything yourself. What is filled in already stays."), Unasked: false),
        new PurposeText(ConsentPurpose.Sms, new("短信提醒", "Text messages"),
            new("办件有进展时，除了站内消息，还发短信到您的手机。", "When a case moves on, you get a text message beside the message in your in-box."),
            new("只发站内消息，不再发短信。验证码和账户安全的短信照发。", "Messages reach your in-box only. Codes and warnings about your account are still sent."), Unasked: true),
    }.ToDictionary(t => t.Purpose);

    /// <summary>What the person said last; null: nothing yet.</summary>
    public Task<Consent?> LastAsync(Guid accountId, ConsentPurpose purpose) =>
        db.Set<Consent>().Where(c => c.AccountId == accountId && c.Purpose == purpose).OrderByDescending(c => c.Id).FirstOrDefaultAsync();

    public async Task<bool> HoldsAsync(Guid accountId, ConsentPurpose purpose) =>
        (await LastAsync(accountId, purpose))?.Given ?? Texts[purpose].Unasked;

    /// <summary>For what registers may be asked: to decide always, that is a legal duty; to fill in forms unless the person has said no.</summary>
    public async Task<NeededFor> LookUpsAsync(Guid accountId) =>
        await LastAsync(accountId, ConsentPurpose.Prefill) is { Given: false } ? NeededFor.Decision : NeededFor.Both;

    /// <summary>Keeps what the person says, unless he has said just that.</summary>
    public Task StateAsync(Guid accountId, ConsentPurpose purpose, bool given, Proceeding proceeding) => commit.RunAsync(proceeding, async writing =>
    {
        var last = await writing.Set<Consent>().Where(c => c.AccountId == accountId && c.Purpose == purpose).OrderByDescending(c => c.Id).FirstOrDefaultAsync();
        var text = Texts[purpose].Hash;
        if (last?.Given == given && last.TextHash == text) return;
        writing.Add(new Consent { Id = Ids.Next(time.Now), AccountId = accountId, Purpose = purpose, Given = given, TextHash = text, At = proceeding.At });
        writing.Record(given ? new ConsentGiven(accountId, purpose.ToString(), text) : new ConsentWithdrawn(accountId, purpose.ToString(), text));
    });
}
