namespace Tongban.Hall.Platform.Proceedings;

/// <summary>The registered kiosk from which a request comes, which has proved itself by its key. A feature of the request.</summary>
public sealed record AtKiosk(string Id)
{
    public static string? Of(HttpContext? http) => http?.Features.Get<AtKiosk>()?.Id;
}
