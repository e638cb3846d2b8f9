using Tongban.Hall.Platform.Web.Components;
using Tongban.Hall.Services.Identity.Mandates;
using static Tongban.Hall.Platform.Web.Say;

namespace Tongban.Hall.Systems.HomePages.Mandates;

internal static class MandateStates
{
    public static (Tone Tone, string Text) Of(Mandate mandate, DateOnly today) => mandate.State switch
    {
        MandateState.Ended => (Tone.Plain, mandate.EndedFor switch
        {
            MandateEnd.Succession => L("法定代表人换了", "Another represents it now"),
            MandateEnd.BodyEnded => L("单位已注销", "The body has ended"),
            _ => L("已结束", "Ended"),
        }),
        MandateState.Declined => (Tone.Plain, L("没有接受", "Declined")),
        _ when mandate.Until < today => (Tone.Plain, L("已到期", "Expired")),
        MandateState.Offered => (Tone.Warn, L("等对方签", "Waiting for a signature")),
        _ => (Tone.Ok, L("有效", "In force")),
    };
}
