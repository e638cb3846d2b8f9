using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform.Keys;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Platform.Data;

/// <summary>The database. Rooms map their own entities (IEntityTypeConfiguration beside them).
/// A changed row that the ledger covers can only be saved together with a recorded event.</summary>
public abstract class HallDb(DbContextOptions options, Notary notary, Vault vault) : DbContext(options), IDataProtectionKeyContext
{
    private readonly List<(Proceeding Proceeding, IEvent Event)> recorded = [];

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>On whose behalf this context writes; set by <see cref="GroupCommit"/> or by the request.</summary>
    public Proceeding? Proceeding { get; set; }

    /// <summary>For whom this step acts, when not for the actor himself; set by <see cref="GroupCommit"/>.</summary>
    internal Party? ActsFor { get; set; }

    /// <summary>Whether the step has asked what its mandate covers.</summary>
    internal bool AskedScope { get; private set; }

    /// <summary>Whether saving would write anything.</summary>
    internal bool HasWork => recorded.Count > 0 || ChangeTracker.HasChanges();

    internal Vault Vault => vault;

    /// <summary>Each step that somebody may take for another asks this first.</summary>
    /// <param name="item">Null: nothing of a single service.</param>
    /// <returns>Null: he may.</returns>
    public Refusal? Forbids(MandateActions action, string? item)
    {
        AskedScope = true;
        return ActsFor is null || ActsFor.Covers(action, item) ? null : Refusals.OutsideMandate;
    }

    /// <summary>Whether values that do not open are given as they lie, for whoever looks for damage; otherwise they are an error.</summary>
    public bool ReadsDamaged { get; set; }

    /// <summary>What a row is found by whose personal column holds this value.</summary>
    /// <param name="index">The name of the property that is the blind index.</param>
    public string IndexOf<T>(string index, string value) where T : class =>
        vault.Index(PersonalColumns.KindOf(Model.FindEntityType(typeof(T))!.FindProperty(index)!), value);

    /// <summary>Records what the changes made so far amount to. The step's last record binds the hash of every changed row.</summary>
    public void Record(IEvent what) => recorded.Add((Proceeding
        ?? throw new InvalidOperationException($"{what.GetType().Name} was recorded without a proceeding."), what));

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        BindChangesToTheirEvents();
        var personal = PersonalWriter.Seal(ChangeTracker, vault);
        try
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            personal.PutBack();
        }
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        BindChangesToTheirEvents();
        var personal = PersonalWriter.Seal(ChangeTracker, vault);
        try
        {
            return base.SaveChanges(acceptAllChangesOnSuccess);
        }
        finally
        {
            personal.PutBack();
        }
    }

    private void BindChangesToTheirEvents()
    {
        ChangeTracker.DetectChanges();
        PersonalWriter.FillIndexes(ChangeTracker, vault);
        var rows = LedgeredRows.Changed(ChangeTracker);
        if (rows.Count > 0 && recorded.Count == 0)
            throw new InvalidOperationException(
                $"Rows of {string.Join(", ", rows.Select(r => r.Table).Distinct())} changed without an event: call Record in the same step.");
        for (var i = 0; i < recorded.Count; i++)
            Add(notary.Attest(recorded[i].Proceeding, recorded[i].Event, i == recorded.Count - 1 ? rows : []));
        // Even if the save fails: whoever tries again records again.
        recorded.Clear();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(HallDb).Assembly);
        PersonalColumns.LiftLimits(modelBuilder);
    }
}
