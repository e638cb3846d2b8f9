using Tongban.Sm;

namespace Tongban.Hall.Platform.Connectors;

/// <summary>The key by which a gateway signs, as the configuration gives it.</summary>
public static class GatewayKey
{
    /// <summary>An SM2 public key: PEM, or the base64 in one line. Null: it is missing or unreadable.</summary>
    public static Sm2PublicKey? Read(string text)
    {
        try
        {
            return text.StartsWith('-') ? Sm2PublicKey.FromPem(text) : Sm2PublicKey.FromDer(Convert.FromBase64String(text));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
