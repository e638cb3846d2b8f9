using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Tongban.Hall.Platform.Data;
using Tongban.Hall.Platform.Jobs;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Platform.Files;

/// <summary>Drops files whose rows are gone, unless another row names them.</summary>
public sealed record DropFiles(IReadOnlyList<string> Hashes) : IJob;

public sealed class DropFilesHandler(HallDb db, FileStore files, GroupCommit commit, CityTime time) : IJobHandler<DropFiles>
{
    /// <summary>How long a file must have lain untouched: longer than any step that names it takes.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromHours(1);

    public async Task HandleAsync(DropFiles job, Guid jobId, CancellationToken stop)
    {
        var left = new List<string>();
        foreach (var hash in job.Hashes)
            if (!await IsNamedAsync(hash) && !files.Drop(hash, Rest)) left.Add(hash);
        if (left.Count > 0)
            await commit.RunAsync(new Proceeding(Actor.System("files"), time.Now), writing => writing.Enqueue(new DropFiles(left), time.Now, Rest));
    }

    private async Task<bool> IsNamedAsync(string hash)
    {
        foreach (var property in db.Model.GetEntityTypes().SelectMany(t => t.GetProperties()).Where(LedgeredRows.IsNameOfFile))
            if (await (Task<bool>)typeof(DropFilesHandler).GetMethod(nameof(AnyAsync), BindingFlags.NonPublic | BindingFlags.Instance)!
                .MakeGenericMethod(property.DeclaringType.ClrType).Invoke(this, [property, hash])!) return true;
        return false;
    }

    private Task<bool> AnyAsync<T>(IProperty property, string hash) where T : class =>
        db.Set<T>().AnyAsync(row => EF.Property<string>(row, property.Name) == hash);
}
