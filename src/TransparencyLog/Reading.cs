using System.Diagnostics.CodeAnalysis;

namespace Tongban.TransparencyLog;

/// <summary>What is wrong with something that came from outside, in both languages.</summary>
public sealed record Problem(string Zh, string En);

/// <summary>What reading something from outside came to: its value, or what is wrong with it.</summary>
public sealed class Reading<T> where T : class
{
    private Reading(T? value, Problem? problem) => (Value, Problem) = (value, problem);

    /// <summary>What was read; null when there is a problem.</summary>
    public T? Value { get; }

    /// <summary>Why nothing could be read; null when there is a value.</summary>
    public Problem? Problem { get; }

    /// <summary>Whether something could be read.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool Ok => Value is not null;

    /// <summary>A value that was read.</summary>
    public static implicit operator Reading<T>(T value) => new(value, null);

    /// <summary>Something that could not be read.</summary>
    public static implicit operator Reading<T>(Problem problem) => new(null, problem);
}
