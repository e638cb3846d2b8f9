using System.Security.Cryptography;

namespace Tongban.Hall.Platform.Keys;

/// <summary>The data keys: a line each, 64 hex digits, numbered from 1; the last one seals, all of them open. A line with only "-"
/// stands for a key that was taken away.</summary>
public sealed class DataKeys
{
    private readonly byte[]?[] secrets;

    private DataKeys(string text) => secrets = [.. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line == "-" ? null : Convert.FromHexString(line))];

    public int Current => secrets.Length;

    public byte[]? Find(int number) => number >= 1 && number <= secrets.Length ? secrets[number - 1] : null;

    public static DataKeys Read(HallKeys keys)
    {
        var read = new DataKeys(keys.Text(Vault.KeyFile, NewLine));
        return read.Find(read.Current)?.Length == 32 ? read
            : throw new InvalidOperationException($"{Vault.KeyFile}: 最后一行要是 64 位十六进制的密钥。 The last line must be a key of 64 hex digits.");
    }

    public static string NewLine() => $"{RandomNumberGenerator.GetHexString(64, lowercase: true)}\n";
}
