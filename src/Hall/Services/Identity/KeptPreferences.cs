using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Proceedings;
using Tongban.Hall.Platform.Web;

namespace Tongban.Hall.Services.Identity;

/// <summary>One preference of an account: how its owner likes to see the pages, on whatever device.</summary>
public sealed class KeptPreference
{
    public Guid AccountId { get; init; }
    public required string Name { get; init; }

    /// <summary>Empty: as it comes.</summary>
    public required string Value { get; set; }
}

public sealed class KeptPreferenceMapping : IEntityTypeConfiguration<KeptPreference>
{
    public void Configure(EntityTypeBuilder<KeptPreference> builder)
    {
        builder.ToTable("account_preferences");
        builder.NotLedgered("How pages look to their reader; nobody's right hangs on it.");
        builder.HasKey(p => new { p.AccountId, p.Name });
        builder.Property(p => p.Name).HasMaxLength(16);
        builder.Property(p => p.Value).HasMaxLength(16);
        builder.HasOne<Account>().WithMany().HasForeignKey(p => p.AccountId);
    }
}

/// <summary>Preferences follow the account: kept when they are chosen, given to the browser at sign-in.</summary>
public sealed class KeptPreferences(GroupCommit commit, HallDb db, Request request, CityTime time)
{
    public Task KeepAsync(string name, string value) => request.AccountId is not { } account ? Task.CompletedTask
        : commit.RunAsync(new Proceeding(request.Actor, time.Now), async writing =>
        {
            if (await writing.Set<KeptPreference>().AsTracking().SingleOrDefaultAsync(p => p.AccountId == account && p.Name == name) is { } kept) kept.Value = value;
            else writing.Add(new KeptPreference { AccountId = account, Name = name, Value = value });
        });

    /// <summary>At sign-in: what the account has kept holds on this browser too. At a kiosk it goes with the person.</summary>
    /// <returns>The language; null: as it comes.</returns>
    public async Task<string?> GiveAsync(HttpContext http, Guid accountId)
    {
        var all = await db.Set<KeptPreference>().Where(p => p.AccountId == accountId).ToListAsync();
        foreach (var kept in all) Preferences.Set(http, kept.Name, kept.Value);
        return all.FirstOrDefault(p => p.Name == "lang")?.Value;
    }
}
