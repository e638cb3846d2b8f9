using System.Globalization;
using Tongban.LicenceDocuments.Signing;

namespace Tongban.LicenceDocuments;

/// <summary>From a checked seal and the data under it to the answer for people.</summary>
internal static class SealedContent
{
    public static LicenceCheck Refuse(DocumentProblem problem, SealCheck? seal = null, params CheckFinding[] held) =>
        new([.. held, new(false, problem.Zh, problem.En)], null, seal?.Certificate, seal?.SignedAt) { Problem = problem };

    /// <param name="seal">A seal that holds, over everything.</param>
    /// <param name="json">The data; null when there is none.</param>
    public static LicenceCheck Judge(SealCheck seal, byte[]? json)
    {
        CheckFinding intact = new(true, $"内容完整，没有被改过{Time("；盖章时间", seal)}", $"Intact since it was sealed{Time(" at", seal)}");
        if (json is null || DocumentContent.FromJson(json) is not { } content) return Refuse(Problems.NoContent, seal, intact);
        if (content.AuthorityCode != seal.SignerCode) return Refuse(Problems.OtherAuthority(seal.Signer, content.Authority), seal, intact);
        return new LicenceCheck(
            [
                intact,
                new(true, $"由“{seal.Signer}”盖章，证书可信", $"Sealed by {seal.Signer}; the certificate is trusted"),
                new(true, "机读数据可以读出", "The machine-readable data can be read"),
            ], content, seal.Certificate, seal.SignedAt);
    }

    private static string Time(string words, SealCheck seal) =>
        seal.SignedAt is { } at ? string.Create(CultureInfo.InvariantCulture, $"{words} {at.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z") : "";
}
