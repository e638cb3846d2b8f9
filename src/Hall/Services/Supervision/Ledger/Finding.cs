namespace Tongban.Hall.Services.Supervision.Ledger;

/// <summary>Something that the ledger does not confirm: which table and row (or leaf, tile, checkpoint, file), and what is wrong.</summary>
public sealed record Finding(string Where, string Key, string Zh, string En)
{
    public override string ToString() => $"{Where} {Key}: {Zh} {En}";
}
