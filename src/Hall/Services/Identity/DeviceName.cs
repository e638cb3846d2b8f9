using static Tongban.Hall.Platform.Web.Say;

namespace Tongban.Hall.Services.Identity;

/// <summary>What a browser says of itself, in plain words.</summary>
public static class DeviceName
{
    private const int Most = 300;

    // The order decides: each names itself after those below it.
    private static readonly (string Sign, string Zh, string En)[] Programs =
    [
        ("MicroMessenger", "微信", "WeChat"), ("AlipayClient", "支付宝", "Alipay"), ("HuaweiBrowser", "华为浏览器", "Huawei Browser"), ("MiuiBrowser", "小米浏览器", "Mi Browser"),
        ("UCBrowser", "UC 浏览器", "UC Browser"), ("QQBrowser", "QQ 浏览器", "QQ Browser"), ("Edg", "Edge", "Edge"), ("Firefox", "Firefox", "Firefox"), ("Chrome", "Chrome", "Chrome"), ("Safari", "Safari", "Safari"),
    ];

    private static readonly (string Sign, string Zh, string En)[] Machines =
    [
        ("HarmonyOS", "鸿蒙设备", "HarmonyOS device"), ("OpenHarmony", "鸿蒙设备", "HarmonyOS device"), ("iPhone", "iPhone", "iPhone"), ("iPad", "iPad", "iPad"),
        ("Android", "安卓手机或平板", "Android device"), ("Windows", "Windows 电脑", "Windows computer"), ("Macintosh", "苹果电脑", "Mac"), ("Linux", "Linux 电脑", "Linux computer"),
    ];

    public static string Of(string? agent)
    {
        var (program, machine) = (Find(Programs, agent), Find(Machines, agent));
        return (program, machine) switch
        {
            (null, null) => L("认不出的设备", "A device we do not recognise"),
            ({ } p, null) => p,
            (null, { } m) => m,
            ({ } p, { } m) => L($"{m}上的 {p}", $"{p} on {(Vowel(m) ? "an" : "a")} {m}"),
        };
    }

    public static string Shorten(string agent) => agent.Length <= Most ? agent : agent[..Most];

    private static string? Find((string Sign, string Zh, string En)[] among, string? agent) =>
        Array.Find(among, a => agent?.Contains(a.Sign, StringComparison.Ordinal) == true) is { Sign: not null } found ? L(found.Zh, found.En) : null;

    private static bool Vowel(string word) => "AEIOUaeiou".Contains(word[0]);
}
