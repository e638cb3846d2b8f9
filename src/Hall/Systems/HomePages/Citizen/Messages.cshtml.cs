using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using Tongban.Hall.Cases;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Notices;

namespace Tongban.Hall.Systems.HomePages.Citizen;

[Authorize]
public sealed class MessagesPage(Notices notices, HallDb db, IOptions<SmsOptions> sms, Request request) : PageModel
{
    public IReadOnlyList<Message> Messages { get; private set; } = [];

    public Uri? SmsInbox => sms.Value.Inbox;

    public async Task OnGetAsync() => Messages = await notices.OfAsync(request.PartyId!.Value, request.For is null ? null : db.CasesOf(request.Party!).Select(c => c.Id));

    public async Task<IActionResult> OnPostAsync(Guid read)
    {
        await notices.MarkReadAsync(request.PartyId!.Value, read, request.Proceeding());
        return LocalRedirect(Url.Content("~/my/messages"));
    }
}
