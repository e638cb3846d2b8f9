using System.Collections.Concurrent;
using Org.BouncyCastle.X509;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Keys;
using Tongban.LicenceDocuments.Signing;

namespace Tongban.Hall.Services.Licences;

/// <summary>The electronic seals of the authorities: seals/USCC.pem in the folder of keys, each with key and certificate.</summary>
public sealed class Seals(HallKeys keys, CityTime time)
{
    private readonly ConcurrentDictionary<string, SealKey> seals = new();

    /// <summary>Where an authority's seal lies in the folder of keys.</summary>
    public static string FileOf(string authorityCode) => Path.Combine("seals", $"{authorityCode}.pem");

    public SealKey Of(string authorityCode, string authority) => seals.GetOrAdd(authorityCode, code =>
        SealKey.FromPem(keys.Text(FileOf(code),
            () => SealKey.CreateSelfSigned(authority, code, time.Now.AddDays(-1), time.Now.AddYears(5)).ToPem())));

    /// <summary>The certificates by which documents can be checked, also by others. A file is read once: another seal has another file.</summary>
    public IReadOnlyList<X509Certificate> Trusted() =>
        [.. keys.Files("seals").Select(file => seals.GetOrAdd(Path.GetFileNameWithoutExtension(file), _ => SealKey.FromPem(File.ReadAllText(file))).Certificate)];
}
