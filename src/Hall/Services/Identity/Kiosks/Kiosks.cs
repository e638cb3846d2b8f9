using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Services.Identity.Staff;

namespace Tongban.Hall.Services.Identity.Kiosks;

/// <summary>A kiosk with the place where it stands.</summary>
public sealed record KioskView(Kiosk Kiosk, Office Office, Authority Authority);

/// <summary>Registers kiosks, lets them prove themselves, ends them.</summary>
public sealed class Kiosks(GroupCommit commit, HallDb db, PublicAddress address, CityTime time)
{
    /// <summary>For whom a kiosk signs.</summary>
    public string Audience => address.Of("kiosk/start");

    public async Task<IReadOnlyList<KioskView>> AllAsync() => [.. (await (
        from kiosk in db.Set<Kiosk>()
        join office in db.Set<Office>() on kiosk.OfficeId equals office.Id
        join authority in db.Set<Authority>() on office.AuthorityUscc equals authority.Uscc
        orderby kiosk.RegisteredAt descending
        select new { kiosk, office, authority }).ToListAsync()).Select(k => new KioskView(k.kiosk, k.office, k.authority))];

    public Task<bool> RunsAsync(Guid id) => db.Set<Kiosk>().AnyAsync(k => k.Id == id && k.EndedAt == null);

    public Task<Outcome<Kiosk>> RegisterAsync(string name, Guid officeId, string? publicKey, Proceeding proceeding)
    {
        var id = Ids.Next(time.Now);
        return commit.RunAsync<Outcome<Kiosk>>(proceeding, async writing =>
        {
            if (!KioskKey.TryRead(publicKey, out var key)) return Refusals.KioskKey;
            if (!await writing.Set<Office>().AnyAsync(o => o.Id == officeId)) return Refusals.StaffUnknown;
            var hash = KioskKey.HashOf(key);
            // Also one that has ended: a key that was taken out of use stays so.
            if (await writing.Set<Kiosk>().AnyAsync(k => k.KeyHash == hash)) return Refusals.KioskKeyTaken;
            var kiosk = new Kiosk { Id = id, Name = name, OfficeId = officeId, PublicKey = key, KeyHash = hash, RegisteredAt = time.Now, Version = 1 };
            writing.Add(kiosk);
            writing.Record(new KioskRegistered(id, officeId, hash));
            return kiosk;
        });
    }

    /// <summary>At once: its next request is no kiosk's any more.</summary>
    public Task<Outcome<bool>> EndAsync(Guid id, Proceeding proceeding) => commit.RunAsync<Outcome<bool>>(proceeding, async writing =>
    {
        if (await writing.Set<Kiosk>().AsTracking().SingleOrDefaultAsync(k => k.Id == id && k.EndedAt == null) is not { } kiosk) return Refusals.StaffUnknown;
        (kiosk.EndedAt, kiosk.Version) = (time.Now, kiosk.Version + 1);
        writing.Record(new KioskEnded(id));
        return true;
    });

    /// <summary>Which kiosk signed this, now, for this hall, and not before.</summary>
    public async Task<Outcome<Kiosk>> ProveAsync(string? assertion)
    {
        var issuer = KioskAssertion.IssuerOf(assertion ?? "");
        if (await db.Set<Kiosk>().SingleOrDefaultAsync(k => k.KeyHash == issuer && k.EndedAt == null) is not { } kiosk) return Refusals.KioskUnknown;
        if (await KioskAssertion.CheckAsync(assertion!, kiosk, Audience, time.Now) is not { } number) return Refusals.KioskUnknown;
        var shown = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{kiosk.Id}:{number}")));
        return await commit.RunAsync<Outcome<Kiosk>>(new Proceeding(new Actor(ActorKind.Kiosk, kiosk.Id.ToString()), time.Now), async writing =>
        {
            await writing.Set<ShownAssertion>().Where(s => s.Until < time.Now).ExecuteDeleteAsync();
            if (await writing.Set<ShownAssertion>().AnyAsync(s => s.Id == shown) || !await writing.Set<Kiosk>().AnyAsync(k => k.Id == kiosk.Id && k.EndedAt == null)) return Refusals.KioskUnknown;
            writing.Add(new ShownAssertion { Id = shown, Until = time.Now + 2 * KioskAssertion.Longest });
            writing.Record(new KioskProved(kiosk.Id));
            return kiosk;
        });
    }
}
