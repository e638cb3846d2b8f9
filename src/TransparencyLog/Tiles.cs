namespace Tongban.TransparencyLog;

/// <summary>A tile: up to 256 neighbouring hashes of every eighth level of the tree.
/// Level 0 holds leaf hashes, level 1 the roots of full level-0 tiles, and so on.</summary>
/// <param name="Level">From 0.</param>
/// <param name="Index">Position among the tiles of its level, from 0.</param>
/// <param name="Width">How many hashes, 1 to 256.</param>
public readonly record struct TileId(int Level, long Index, int Width)
{
    /// <summary>The width of a full tile.</summary>
    public const int FullWidth = 256;

    /// <summary>How many levels of the tree one level of tiles spans.</summary>
    public const int Height = 8;
}

/// <summary>Where a log reads its tiles from.</summary>
public interface ITileReader
{
    /// <summary>The first <see cref="TileId.Width"/> hashes of the tile, side by side; null when the tile is not kept.</summary>
    ValueTask<byte[]?> ReadAsync(TileId id, CancellationToken cancellationToken = default);
}

/// <summary>What an append came to: the new size and root, and the tiles to store.</summary>
public sealed record Growth(long Size, byte[] Root, IReadOnlyList<(TileId Id, byte[] Hashes)> Tiles);
