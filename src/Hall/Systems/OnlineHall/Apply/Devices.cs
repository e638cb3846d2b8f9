using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Systems.OnlineHall.Apply;

/// <summary>From which channel somebody applies (GB/T 39046): for statistics only. A kiosk is one that is registered.</summary>
internal static class Devices
{
    public static Channel ChannelOf(HttpRequest request) =>
        AtKiosk.Of(request.HttpContext) is not null ? Channel.Kiosk
        : request.Headers.UserAgent.ToString().Contains("Mobi", StringComparison.OrdinalIgnoreCase) ? Channel.Mobile
        : Channel.Computer;
}
