using Microsoft.EntityFrameworkCore.Diagnostics;
using Tongban.Hall.Platform.Keys;

namespace Tongban.Hall.Platform.Data;

/// <summary>Opens the personal values of each entity as it is loaded. One for all contexts: the context brings its own vault.</summary>
internal sealed class PersonalReader : IMaterializationInterceptor
{
    public static readonly PersonalReader Instance = new();

    public object InitializedInstance(MaterializationInterceptionData materializationData, object entity)
    {
        var plan = PersonalColumns.PlanOf(materializationData.EntityType);
        if (plan.Columns.Count == 0) return entity;
        var db = (HallDb)materializationData.Context;
        string? key = null;
        foreach (var column in plan.Columns)
            if (column.Get(entity) is { } envelope)
                column.Set(entity, Open(db, envelope, column.Kind, key ??= plan.KeyOf(entity)));
        return entity;
    }

    private static string Open(HallDb db, string envelope, string kind, string key)
    {
        try
        {
            return db.Vault.Open(envelope, kind, key);
        }
        catch (DamagedValueException) when (db.ReadsDamaged)
        {
            return $"damaged: {envelope}";
        }
    }
}
