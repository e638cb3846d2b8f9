using Tongban.Hall.Platform.Packages;
using Tongban.Hall.Platform.Web;

namespace Tongban.Hall.Systems.OnlineHall.Apply;

/// <summary>From which channel somebody applies (GB/T 39046): for statistics only.</summary>
internal static class Devices
{
    public static Channel ChannelOf(HttpRequest request) =>
        Preferences.Of(request, "surface") == "kiosk" ? Channel.Kiosk
        : request.Headers.UserAgent.ToString().Contains("Mobi", StringComparison.OrdinalIgnoreCase) ? Channel.Mobile
        : Channel.Computer;
}
