namespace Tongban.Hall.Systems.OpenInterface.Clients;

/// <summary>A program's terms as they stand in a form: addresses a line each.</summary>
public sealed class TermsForm
{
    public List<string> Scopes { get; set; } = [];
    public string? RedirectUris { get; set; }
    public string? AfterSignOutUris { get; set; }

    /// <summary>What is wrong, by field.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; set; } = new Dictionary<string, string>();

    public static TermsForm Of(ClientTerms terms) => new()
    {
        Scopes = [.. terms.Scopes], RedirectUris = string.Join('\n', terms.RedirectUris), AfterSignOutUris = string.Join('\n', terms.AfterSignOutUris),
    };

    public ClientTerms Read() => new() { Scopes = [.. Scopes.Distinct()], RedirectUris = Lines(RedirectUris), AfterSignOutUris = Lines(AfterSignOutUris) };

    private static string[] Lines(string? text) => (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
