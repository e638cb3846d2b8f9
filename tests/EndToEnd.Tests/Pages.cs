namespace Tongban.EndToEnd.Tests;

/// <summary>What a person comes to a page for.</summary>
public enum Purpose
{
    /// <summary>To read, or to fetch a file.</summary>
    Read,

    /// <summary>To follow a link.</summary>
    Follow,

    /// <summary>To ask something: a form that changes nothing (GET).</summary>
    Ask,

    /// <summary>To hand something in (POST).</summary>
    Send,
}

/// <param name="Control">What is pressed for it.</param>
public sealed record HallPage(string Path, Purpose Purpose = Purpose.Read, string? Control = null);

/// <summary>All pages of the hall. A page that is not here is not tested.</summary>
internal static class Pages
{
    public static IReadOnlyList<HallPage> Public { get; } =
    [
        new("/", Purpose.Ask, ".search .btn"),
        new("/browse", Purpose.Follow, ".svc a"),
        new("/browse?who=organisation", Purpose.Follow, ".svc a, .empty a"),
        new("/browse?by=theme", Purpose.Follow, ".topics a"),
        new("/browse?by=region", Purpose.Follow, ".topics a"),
        new("/search?q=毕业", Purpose.Follow, ".svc a"),
        new("/search?q=餐厅证", Purpose.Follow, ".svc a, .empty a"),
        new("/items/graduate-settlement", Purpose.Follow, ".side .btn"),
        new("/items/no-criminal-record", Purpose.Follow, ".side .btn"),
        new("/items/old-age-allowance", Purpose.Follow, ".side .btn"),
        new("/items/graduate-settlement/check", Purpose.Send, "main form .btn"),
        new("/batches/first", Purpose.Follow, "main table a"),
        new("/signin", Purpose.Send, "main form .btn"),
        new("/signin/slip", Purpose.Send, "main form .btn"),
        new("/register", Purpose.Send, "main form .btn"),
        new("/signin/code", Purpose.Send, "main form .btn"),
        new("/recover", Purpose.Send, "main form .btn"),
        new("/track", Purpose.Send, "main form .btn"),
        new("/verify", Purpose.Ask, "main form .btn"),
        new("/verify?n=1", Purpose.Send, "main form[method=post] .btn"),
        new("/ledger"), new("/closing"), new("/accessibility"), new("/privacy"), new("/api"), new("/design"),
        new("/no-such-page", Purpose.Ask, ".search .btn"),
        new("/kiosk/ask", Purpose.Follow, "main .btn"), new("/kiosk/start"),
    ];

    public static IReadOnlyList<HallPage> Own(Resident resident) =>
    [
        new("/my", Purpose.Follow, "main .list a"),
        new("/my/licences", Purpose.Follow, ".licence .btn-2"),
        new("/my/messages", Purpose.Send, "button[name=read]"),
        new("/my/data"),
        new("/my/data/export", Purpose.Send, "main form .btn"),
        new("/my/consents", Purpose.Send, "main form .btn"),
        new("/my/account/close", Purpose.Read),
        new("/my/programs", Purpose.Follow, ".empty a"),
        new("/my/account/provider", Purpose.Follow, ".empty a"),
        new("/connect/authorize?client_id=demo-site&redirect_uri=http%3A%2F%2Flocalhost%3A8080%2Fcallback&response_type=code&scope=openid%20profile%20citizen_number%20offline_access&state=s&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256"),
        new("/connect/logout"),
        new("/my/account", Purpose.Follow, ".change a"),
        new("/my/acting", Purpose.Follow, "main .row .btn"),
        new("/my/mandates", Purpose.Follow, "main .row .btn"),
        new("/my/mandates/new", Purpose.Send, "main form .btn"),
        new("/my/organisations", Purpose.Send, "#bind .btn"),
        new("/my/level", Purpose.Read),
        new("/my/devices", Purpose.Send, "main form .btn"),
        // Shown while the sign-in is fresh; else they lead to /signin/again, which can be pressed as well.
        new("/my/account/password", Purpose.Send, "main form .btn"),
        new("/my/account/mobile", Purpose.Send, "main form .btn"),
        new("/my/account/passkeys"),
        new(resident.Granted, Purpose.Send, "#rating .btn"),
        new(resident.Waiting),
        new("/apply/graduate-settlement", Purpose.Send, "main form .btn"),
        .. new[] { "settle", "place", "education", "contact", "declaration" }.Select(s => new HallPage($"{resident.Form}/{s}", Purpose.Send, "main form > .row .btn")),
        // Handing in is what the journeys do.
        new($"{resident.Form}/check", Purpose.Follow, ".change a"),
    ];

    /// <summary>The pages of staff, by who of the demo may open them.</summary>
    public static IReadOnlyList<(string Name, IReadOnlyList<string> Paths)> Staff(Resident resident) =>
    [
        ("罗敏", ["/staff", "/staff?state=Submitted", "/staff/post", "/staff/substitution", "/staff/guard", $"/staff/cases/{resident.Waiting.Split('/')[^1]}", "/en/staff"]),
        ("彭磊", ["/staff", "/admin/members", "/admin/members/new", "/admin/authorities", "/admin/authorities?level=District", "/admin/authorities/new", "/admin/authorities/11440300MB9T00011T", "/admin/factors"]),
        ("吕洁", ["/admin/posts", "/admin/factors", "/admin/kiosks", "/admin/clients", "/admin/client?id=demo-site"]),
        ("苏航", ["/admin/log"]),
    ];
}
