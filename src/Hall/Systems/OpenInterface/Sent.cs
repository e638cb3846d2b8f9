using System.Reflection;
using Tongban.Hall.Platform.Outcomes;
using Tongban.Sm;

namespace Tongban.Hall.Systems.OpenInterface;

/// <summary>The body of a request: its hash, and why it cannot be read, if it cannot.</summary>
public abstract record Sent(string Hash, Refusal? Refusal);

/// <summary>The body of a request as what it says.</summary>
public sealed record Sent<T>(string Hash, Outcome<T> Read) : Sent(Hash, Read.Refusal), IBindableFromHttpContext<Sent<T>> where T : class
{
    /// <summary>Handlers see only bodies that could be read.</summary>
    public T Value => Read.Value!;

    public static async ValueTask<Sent<T>?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        using var memory = new MemoryStream();
        await context.Request.Body.CopyToAsync(memory, context.RequestAborted);
        var bytes = memory.ToArray();
        return new Sent<T>(Sm3.Hex(bytes), ApiJson.Read<T>(bytes));
    }
}
