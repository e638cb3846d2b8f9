using Microsoft.EntityFrameworkCore;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Packages;

namespace Tongban.Hall.Platform.Personal;

/// <summary>The headings under which a person reads what is kept about him.</summary>
public enum DataGroup { Account, Cases, Documents, Licences, Messages, Lookups, Sessions, Consents, Proceedings }

/// <summary>How the rows of one table belong to a person, and what becomes of them when he closes his account.
/// Each room says so for its own tables; a test holds this against the model, so that no table is forgotten.</summary>
public abstract class PersonalRows
{
    public abstract Type Entity { get; }

    public required DataGroup Group { get; init; }

    /// <summary>What these rows are, in the person's words.</summary>
    public required Text What { get; init; }

    /// <summary>Why rows are kept after closing, and until when; null: none are.</summary>
    public Duty? Kept { get; init; }

    /// <summary>Columns that the export leaves out, by property, each with the reason.</summary>
    public IReadOnlyDictionary<string, Text> Withheld { get; init; } = new Dictionary<string, Text>();

    /// <summary>All rows of a person.</summary>
    public abstract Task<IReadOnlyList<object>> OfAsync(HallDb db, Guid person);

    /// <summary>Those of them that no duty keeps.</summary>
    public abstract Task<IReadOnlyList<object>> GoingAsync(HallDb db, Guid person);

    public abstract Task<(int Going, int Kept)> CountAsync(HallDb db, Guid person);

    /// <summary>Takes a row away, or empties it where others point to it.</summary>
    public abstract void Erase(HallDb writing, object row);
}

public sealed class PersonalRows<T> : PersonalRows where T : class
{
    public override Type Entity => typeof(T);

    public required Func<HallDb, Guid, IQueryable<T>> Of { get; init; }

    /// <summary>Which rows go although others are kept.</summary>
    public Func<HallDb, Guid, IQueryable<T>>? Going { get; init; }

    /// <summary>Empties a row that must stay; null: rows are removed.</summary>
    public Action<T>? Empty { get; init; }

    public override async Task<IReadOnlyList<object>> OfAsync(HallDb db, Guid person) => await Of(db, person).AsNoTracking().ToListAsync();

    public override async Task<IReadOnlyList<object>> GoingAsync(HallDb db, Guid person) =>
        GoingOf(db, person) is { } going ? await going.AsTracking().ToListAsync() : [];

    public override async Task<(int Going, int Kept)> CountAsync(HallDb db, Guid person)
    {
        var going = GoingOf(db, person) is { } rows ? await rows.CountAsync() : 0;
        return (going, await Of(db, person).CountAsync() - going);
    }

    public override void Erase(HallDb writing, object row)
    {
        if (Empty is null) writing.Remove(row);
        else Empty((T)row);
    }

    private IQueryable<T>? GoingOf(HallDb db, Guid person) => Going is not null ? Going(db, person) : Kept is null ? Of(db, person) : null;
}

/// <summary>A table with personal columns whose rows cannot be told to be one person's, and why that is so.</summary>
public sealed record NobodysRows(Type Entity, string Reason);

/// <summary>What must come to an end before an account can be closed.</summary>
/// <param name="FindAsync">What stands in the way of closing a person's account, in words that name it.</param>
public sealed record ClosingHindrance(Func<HallDb, Guid, Task<IReadOnlyList<Text>>> FindAsync);

public static class PersonalRegistration
{
    public static IServiceCollection AddPersonalRows(this IServiceCollection services, PersonalRows rows) => services.AddSingleton(rows);

    public static IServiceCollection AddNobodysRows<T>(this IServiceCollection services, string reason) =>
        services.AddSingleton(new NobodysRows(typeof(T), reason));
}
