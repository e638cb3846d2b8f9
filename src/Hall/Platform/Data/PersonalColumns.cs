using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Tongban.Hall.Platform.Data;

/// <summary>Which columns hold personal data. In memory such a property is plain text; in the database it is an envelope that opens
/// only in its own table, column and row. So it can be loaded with its entity, but never be searched, sorted or selected by itself.</summary>
public static class PersonalColumns
{
    private const string Marked = "Tongban:Personal";
    private const string Source = "Tongban:BlindIndexOf";

    private static readonly ConcurrentDictionary<IEntityType, PersonalPlan> Plans = new();

    /// <summary>This column holds personal data.</summary>
    public static PropertyBuilder<T> Personal<T>(this PropertyBuilder<T> property)
    {
        property.HasAnnotation(Marked, true);
        return property;
    }

    /// <summary>盲索引: this column is what the other, personal one is found by. Filled in when the row is saved.</summary>
    public static PropertyBuilder<T> BlindIndexOf<T>(this PropertyBuilder<T> property, string personal)
    {
        property.HasAnnotation(Source, personal);
        return property;
    }

    public static bool IsPersonal(IReadOnlyProperty property) => property.FindAnnotation(Marked)?.Value is true;

    public static string? IndexedProperty(IReadOnlyProperty property) => property.FindAnnotation(Source)?.Value as string;

    /// <summary>Table and column: the kind of place for which values are sealed and indexed.</summary>
    public static string KindOf(IReadOnlyProperty property) => $"{((IReadOnlyEntityType)property.DeclaringType).GetTableName()}/{property.GetColumnName()}";

    /// <summary>Envelopes are longer than what they hold.</summary>
    internal static void LiftLimits(ModelBuilder model)
    {
        foreach (var property in model.Model.GetEntityTypes().SelectMany(t => t.GetProperties()).Where(IsPersonal)) property.SetMaxLength(null);
    }

    internal static PersonalPlan PlanOf(IEntityType type) => Plans.GetOrAdd(type, static t => PersonalPlan.Of(t));
}

/// <summary>How to reach the personal values of one kind of entity.</summary>
internal sealed record PersonalPlan(IReadOnlyList<PersonalPlan.Column> Columns, IReadOnlyList<PersonalPlan.Index> Indexes, IProperty[] Key)
{
    public sealed record Column(IProperty Property, string Kind, Action<object, string?> Set)
    {
        public string? Get(object entity) => (string?)Property.GetGetter().GetClrValueUsingContainingEntity(entity);
    }

    public sealed record Index(IProperty Personal, string Kind, Action<object, string?> Set);

    /// <summary>The row's key as it stands in an envelope's place: the same whichever database the row lies in.</summary>
    public string KeyOf(object entity) => KeyText(Key.Select(k => k.GetGetter().GetClrValueUsingContainingEntity(entity)));

    public static string KeyText(IEnumerable<object?> key) =>
        string.Join('/', key.Select(k => Convert.ToString(k, System.Globalization.CultureInfo.InvariantCulture)));

    public static PersonalPlan Of(IEntityType type) => new(
        [.. type.GetProperties().Where(PersonalColumns.IsPersonal).Select(p => new Column(p, PersonalColumns.KindOf(p), Setter(p)))],
        [.. from p in type.GetProperties()
            where PersonalColumns.IndexedProperty(p) is not null
            select new Index(type.FindProperty(PersonalColumns.IndexedProperty(p)!)!, PersonalColumns.KindOf(p), Setter(p))],
        [.. type.FindPrimaryKey()?.Properties ?? []]);

    private static Action<object, string?> Setter(IProperty property)
    {
        var member = (MemberInfo?)property.PropertyInfo ?? property.FieldInfo!;
        var (entity, value) = (Expression.Parameter(typeof(object)), Expression.Parameter(typeof(string)));
        return Expression.Lambda<Action<object, string?>>(
            Expression.Assign(Expression.MakeMemberAccess(Expression.Convert(entity, member.DeclaringType!), member), value), entity, value).Compile();
    }
}
