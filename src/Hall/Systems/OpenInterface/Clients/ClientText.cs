using Tongban.Hall.Platform.Web.Components;
using Tongban.Hall.Systems.OpenInterface.SignOn;
using static Tongban.Hall.Platform.Web.Say;

namespace Tongban.Hall.Systems.OpenInterface.Clients;

/// <summary>Words of the screens about programs.</summary>
internal static class ClientText
{
    public static string Of(ClientState state) => state switch
    {
        ClientState.Active => L("在用", "Active"),
        ClientState.Suspended => L("暂停", "Suspended"),
        _ => L("已停用", "Ended"),
    };

    /// <summary>Each scope with what it opens.</summary>
    public static IReadOnlyList<Choice> Scopes() =>
    [
        .. SignOnScopes.All.Select(s => new Choice(s.Key, s.Key, s.Value.ToString())),
        new(SignOnScopes.Staff, SignOnScopes.Staff, SignOnScopes.OfStaff[SignOnScopes.Staff].ToString()),
        .. OAuth.Scopes.Select(s => new Choice(s.Key, s.Key, s.Value)),
    ];
}
