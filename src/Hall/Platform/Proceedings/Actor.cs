namespace Tongban.Hall.Platform.Proceedings;

public enum ActorKind { Anonymous, Citizen, Staff, ApiClient, Kiosk, System }

/// <summary>Who acts. <see cref="Id"/> is the account's, the API client's, or the name of a part of the system.</summary>
public sealed record Actor(ActorKind Kind, string Id)
{
    public static Actor System(string part) => new(ActorKind.System, part);
}
