using System.Security.Cryptography;
using System.Text;

namespace Tongban.Sandbox.Wire;

/// <summary>Remembers each nonce for at least as long as a request that bears it could be accepted. Two generations
/// take turns, so that forgetting costs nothing; a digest of 128 bits stands for each.</summary>
internal sealed class Nonces(TimeSpan keep, TimeProvider time)
{
    private readonly Lock guard = new();
    private HashSet<UInt128> older = [], newer = [];
    private DateTimeOffset turned = time.GetUtcNow();

    /// <summary>False: it was used before.</summary>
    public bool IsNew(string client, string nonce)
    {
        var digest = BitConverter.ToUInt128(SHA256.HashData(Encoding.UTF8.GetBytes($"{client}\n{nonce}")));
        lock (guard)
        {
            Turn(time.GetUtcNow());
            return !older.Contains(digest) && newer.Add(digest);
        }
    }

    private void Turn(DateTimeOffset now)
    {
        if (now - turned < keep) return;
        older = now - turned < 2 * keep ? newer : [];
        (newer, turned) = ([], now);
    }
}
