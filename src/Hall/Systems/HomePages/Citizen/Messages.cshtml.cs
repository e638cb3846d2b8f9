using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tongban.Hall.Platform.Connectors;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Notices;

namespace Tongban.Hall.Systems.HomePages.Citizen;

[Authorize]
public sealed class MessagesPage(Notices notices, OutsideWorld world, Request request) : PageModel
{
    public IReadOnlyList<Message> Messages { get; private set; } = [];

    public Uri? SmsInbox => world.SmsInbox;

    public async Task OnGetAsync() => Messages = await notices.OfAsync(request.AccountId!.Value);

    public async Task<IActionResult> OnPostAsync(Guid read)
    {
        await notices.MarkReadAsync(request.AccountId!.Value, read, request.Proceeding());
        return LocalRedirect(Url.Content("~/my/messages"));
    }
}
