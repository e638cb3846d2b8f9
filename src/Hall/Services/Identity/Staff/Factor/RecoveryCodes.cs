using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Keys;

namespace Tongban.Hall.Services.Identity.Staff.Factor;

/// <summary>Ten codes for the day on which the authenticator is lost. Shown once; each counts once.</summary>
public static class RecoveryCodes
{
    public const int Count = 10;

    public static string[] New() => [.. Enumerable.Range(0, Count).Select(_ => WrittenCode.New())];

    /// <summary>From now on these are good, and no others.</summary>
    public static async Task ReplaceAsync(HallDb writing, Guid memberId, IReadOnlyList<string> codes, DateTimeOffset now)
    {
        await EndAsync(writing, memberId, now);
        writing.AddRange(codes.Select(code => new RecoveryCode { Id = Ids.Next(now), MemberId = memberId, Hash = WrittenCode.Hash(memberId, code), IssuedAt = now }));
        writing.Record(new RecoveryCodesIssued(memberId));
    }

    /// <summary>None is good any more.</summary>
    public static async Task EndAsync(HallDb writing, Guid memberId, DateTimeOffset now)
    {
        foreach (var code in await GoodAsync(writing, memberId))
            (code.SpentAt, code.Version) = (now, code.Version + 1);
    }

    /// <summary>The codes of a member that are still good.</summary>
    public static Task<List<RecoveryCode>> GoodAsync(HallDb writing, Guid memberId) =>
        writing.Set<RecoveryCode>().AsTracking().Where(c => c.MemberId == memberId && c.SpentAt == null).ToListAsync();

    /// <summary>Which of them was typed.</summary>
    public static RecoveryCode? Find(IReadOnlyList<RecoveryCode> good, string? typed) =>
        good.FirstOrDefault(c => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(c.Hash), Encoding.ASCII.GetBytes(WrittenCode.Hash(c.MemberId, typed))));

    public static Task<int> LeftAsync(HallDb db, Guid memberId) => db.Set<RecoveryCode>().CountAsync(c => c.MemberId == memberId && c.SpentAt == null);
}
