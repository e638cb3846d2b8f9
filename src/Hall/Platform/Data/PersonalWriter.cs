using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Tongban.Hall.Platform.Keys;

namespace Tongban.Hall.Platform.Data;

/// <summary>Puts envelopes in the place of personal values while a step is saved, and the values back afterwards: the ledger has
/// bound the plain rows before, and whoever holds the entities never sees an envelope.</summary>
internal sealed class PersonalWriter
{
    private readonly List<(PropertyEntry Property, string Plain)> replaced = [];

    public static void FillIndexes(ChangeTracker tracker, Vault vault)
    {
        foreach (var entry in tracker.Entries())
            if (entry.State is EntityState.Added or EntityState.Modified)
                foreach (var index in PersonalColumns.PlanOf(entry.Metadata).Indexes)
                    index.Set(entry.Entity, entry.CurrentValues[index.Personal] is string { Length: > 0 } value ? vault.Index(index.Kind, value) : null);
    }

    public static PersonalWriter Seal(ChangeTracker tracker, Vault vault)
    {
        var writer = new PersonalWriter();
        foreach (var entry in tracker.Entries())
            if (entry.State is EntityState.Added or EntityState.Modified)
                writer.Seal(entry, PersonalColumns.PlanOf(entry.Metadata), vault);
        return writer;
    }

    public void PutBack()
    {
        foreach (var (property, plain) in replaced)
        {
            var saved = property.EntityEntry.State is EntityState.Unchanged;
            if (saved) property.OriginalValue = plain;
            property.CurrentValue = plain;
            if (saved) property.IsModified = false;
        }
    }

    private void Seal(EntityEntry entry, PersonalPlan plan, Vault vault)
    {
        if (plan.Columns.Count == 0) return;
        var key = plan.KeyOf(entry.Entity);
        foreach (var column in plan.Columns)
        {
            var property = entry.Property(column.Property);
            if (property.CurrentValue is not string plain || entry.State == EntityState.Modified && !property.IsModified) continue;
            replaced.Add((property, plain));
            property.CurrentValue = vault.Seal(plain, column.Kind, key);
        }
    }
}
