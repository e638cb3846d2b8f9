namespace Tongban.Hall.Platform.Packages.Loading;

/// <summary>Collects every finding of one package, so that an author mends all in one go.</summary>
internal sealed class FindingList
{
    private readonly List<Finding> all = [];

    public bool HasErrors => all.Exists(f => f.IsError);

    public void Add(Spot spot, FindingText text) => all.Add(new Finding(spot, text));

    public IReadOnlyList<Finding> Sorted() =>
        [.. all.Distinct().OrderBy(f => f.Spot.File, StringComparer.Ordinal).ThenBy(f => f.Spot.Line).ThenBy(f => f.Spot.Column)];
}
