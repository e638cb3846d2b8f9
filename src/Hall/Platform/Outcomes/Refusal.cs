namespace Tongban.Hall.Platform.Outcomes;

/// <summary>An expected "no": a stable code, what to do about it in both languages, and the HTTP status that fits.</summary>
public sealed record Refusal(string Code, int Status, string Zh, string En)
{
    public string Message => Web.Say.L(Zh, En);

    /// <summary>Errors by field, where a form was refused.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();
}
