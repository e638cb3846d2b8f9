using Tongban.Sm;

namespace Tongban.Verify;

/// <summary>Files given by the user; nothing of ours is larger than 16 MB.</summary>
internal static class InputFile
{
    private const long MostBytes = 16 << 20;

    /// <exception cref="IOException">The file cannot be read or is too large.</exception>
    public static string Text(string file) => new FileInfo(file).Length <= MostBytes
        ? File.ReadAllText(file)
        : throw new IOException($"{file}：文件太大（超过 16 MB）。 The file is too large (more than 16 MB).");

    /// <exception cref="FormatException">The file is not an SM2 public key in PEM.</exception>
    public static Sm2PublicKey? Key(string? file)
    {
        if (file is null) return null;
        try
        {
            return Sm2PublicKey.FromPem(Text(file));
        }
        catch (FormatException e)
        {
            throw new FormatException($"{file}：不是 SM2 公钥（PEM）。 Not an SM2 public key (PEM).", e);
        }
    }
}
