using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using OpenIddict.Abstractions;
using Tongban.Hall.Platform;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Tongban.Hall.Systems.OpenInterface.SignOn;

/// <summary>A program may ask that the person shows anew who he is (prompt=login, max_age). When that was asked, the request itself
/// remembers, sealed: taking the wish out of the address makes it another request.</summary>
public sealed class FreshRequest(IDataProtectionProvider protection, CityTime time)
{
    private const string Mark = "since";

    private readonly IDataProtector protector = protection.CreateProtector("sign-on since");

    /// <param name="signedIn">When the person last showed who he is.</param>
    public bool IsFresh(OpenIddictRequest asked, DateTimeOffset signedIn) =>
        Since(asked) is { } since && signedIn >= since
        || !asked.HasPromptValue(PromptValues.Login) && (asked.MaxAge is not { } most || time.Now - signedIn <= TimeSpan.FromSeconds(most));

    /// <summary>The same request, to be asked after the person has signed in.</summary>
    public string Marked(OpenIddictRequest asked) => QueryHelpers.AddQueryString(Query(asked), Mark,
        protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{time.Now.ToUnixTimeMilliseconds()} {Hash(asked)}")));

    /// <summary>The request as a query, without what our own form adds.</summary>
    public static string Query(OpenIddictRequest asked) => QueryHelpers.AddQueryString("", Parameters(asked));

    public static IEnumerable<KeyValuePair<string, string?>> Parameters(OpenIddictRequest asked) =>
        from parameter in asked.GetParameters()
        where parameter.Key is not (Mark or "decision" or "__RequestVerificationToken")
        from value in (ImmutableArray<string?>?)parameter.Value ?? []
        select KeyValuePair.Create(parameter.Key, value);

    public static string? MarkOf(OpenIddictRequest asked) => (string?)asked.GetParameter(Mark);

    private DateTimeOffset? Since(OpenIddictRequest asked)
    {
        if (MarkOf(asked) is not { Length: > 0 } mark) return null;
        try
        {
            return protector.Unprotect(mark).Split(' ') is [var at, var hash] && hash == Hash(asked)
                ? DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(at, CultureInfo.InvariantCulture)) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static string Hash(OpenIddictRequest asked) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Query(asked))));
}
