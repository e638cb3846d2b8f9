namespace Tongban.Decisions;

/// <summary>What reading a text gave: a value, or the reasons why not. Nothing throws on bad input.</summary>
/// <typeparam name="T">What was to be read.</typeparam>
/// <param name="Value">The value; null when the text could not be read at all. With type errors it is there (and evaluates to null where they are), but <see cref="Ok"/> is false.</param>
/// <param name="Problems">Errors and warnings in the order of the text.</param>
public sealed record Parsed<T>(T? Value, IReadOnlyList<Problem> Problems)
    where T : class
{
    /// <summary>Whether the value is there and no problem is an error.</summary>
    public bool Ok => Value is not null && Problems.All(p => p.Severity != Severity.Error);

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">There were errors: the message lists them. For texts that the program itself contains.</exception>
    public T Require() => Ok ? Value! : throw new InvalidOperationException(string.Join(Environment.NewLine, Problems));
}
