using OtpNet;

namespace Tongban.Hall.Services.Identity.Staff;

/// <summary>The second factor: codes of six digits that change every 30 seconds (RFC 6238).</summary>
public static class SecondFactor
{
    /// <summary>A clock may be one step behind or ahead.</summary>
    private static readonly VerificationWindow Window = new(previous: 1, future: 1);

    /// <summary>A new secret, in base32.</summary>
    public static string NewSecret() => Base32Encoding.ToString(KeyGeneration.GenerateRandomKey(20));

    /// <summary>The time step of a right code that has not been taken yet; null: wrong, or taken before.</summary>
    public static long? Step(string secret, string? code, long lastStep, DateTimeOffset now) =>
        new Totp(Base32Encoding.ToBytes(secret)).VerifyTotp(now.UtcDateTime, (code ?? "").Replace(" ", "", StringComparison.Ordinal), out var step, Window) && step > lastStep ? step : null;

    public static string CodeAt(string secret, DateTimeOffset at) => new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp(at.UtcDateTime);

    /// <summary>What an authenticator reads from the QR code.</summary>
    public static string Address(string number, string secret) => new OtpUri(OtpType.Totp, secret, number, "Tongban 通办").ToString();
}
