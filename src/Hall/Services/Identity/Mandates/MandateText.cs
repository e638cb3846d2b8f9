using System.Globalization;
using Tongban.Codes;
using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Sm;

namespace Tongban.Hall.Services.Identity.Mandates;

/// <summary>The words of a mandate: each side reads exactly these, and signs their hash.</summary>
/// <param name="PartyName">With its number: the whole code of an organisation, the last four characters of a person's.</param>
public sealed record MandateText(string PartyName, string PartyNumber, string AgentName, string AgentNumber, MandateKind Kind, MandateActions Actions, IReadOnlyList<Text>? Items, DateOnly From, DateOnly? Until)
{
    public IReadOnlyList<(Text Label, Text Says)> Lines =>
    [
        (new("授权的是", "Given by"), Same($"{PartyName}（{PartyNumber}）")),
        (new("代办的是", "Acting"), Same($"{AgentName}（{AgentNumber}）")),
        (new("身份", "As"), NameOf(Kind)),
        (new("可以做", "May"), Join(ActionsOf(Actions))),
        (new("哪些事", "For"), Items is null ? new("所有能办的事", "every service") : Join(Items)),
        (new("从", "From"), Same(Day(From))),
        (new("到", "Until"), Until is { } last ? Same(Day(last)) : new("撤销为止", "it is ended")),
        (new("后果", "It means"), new("代办的人在范围内做的，由授权的一方承担；双方随时可以结束。", "What is done within these limits binds the one who gave the mandate; either side may end it at any time.")),
    ];

    /// <summary>Of both languages: whichever was read, the signature is the same.</summary>
    public string Hash => Sm3.Hex(string.Join('\n', Lines.Select(l => $"{l.Label.Zh}\t{l.Label.En}\t{l.Says.Zh}\t{l.Says.En}")));

    public static Text NameOf(MandateKind kind) => kind switch
    {
        MandateKind.LegalRepresentative => new("法定代表人", "legal representative"),
        MandateKind.Agent => new("经办人", "agent of the firm"),
        MandateKind.Guardian => new("监护人", "guardian"),
        _ => new("代办人", "proxy"),
    };

    public static IEnumerable<Text> ActionsOf(MandateActions actions)
    {
        yield return new("看办件和进度", "see cases and progress");
        if (actions.HasFlag(MandateActions.Fill)) yield return new("填写和上传材料", "fill in and upload");
        if (actions.HasFlag(MandateActions.Submit)) yield return new("提交", "submit");
        if (actions.HasFlag(MandateActions.Results)) yield return new("看和领取结果", "see and collect results");
    }

    public static string Masked(PartyKind kind, string number) => kind == PartyKind.Organisation ? number : CitizenNumber.Mask(number);

    public static Text Join(IEnumerable<Text> texts)
    {
        var all = texts.ToList();
        return new(string.Join('、', all.Select(t => t.Zh)), string.Join(", ", all.Select(t => t.En)));
    }

    private static Text Same(string text) => new(text, text);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
