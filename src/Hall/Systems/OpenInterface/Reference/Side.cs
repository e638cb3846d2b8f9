using Tongban.Hall.Platform.Web;

namespace Tongban.Hall.Systems.OpenInterface.Reference;

/// <summary>The reader's half of a text that stands as Chinese · English in the description.</summary>
internal static class Side
{
    public static string Of(string? text) => text?.Split(" · ", 2) is [var zh, var en] ? Say.L(zh, en) : text ?? "";
}
