using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Tongban.Sm;

namespace Tongban.Hall.Platform.Keys;

/// <summary>The keys that the hall holds, as files in one folder that only its owner may read.
/// In demo mode a missing key is made; in production it is an error that says which file to provide.</summary>
public sealed class HallKeys
{
    private readonly string folder;
    private readonly bool mayMake;

    public HallKeys(IOptions<HallOptions> options)
    {
        mayMake = options.Value.Demo;
        folder = options.Value.KeysDirectory is { Length: > 0 } given ? given : options.Value.DataPath("keys");
        if (mayMake) Directory.CreateDirectory(folder);
        Ledger = Sm2Key.FromPem(Text("ledger.key.pem", () => Sm2Key.Generate().ToPem()));
        Exchange = Sm2Key.FromPem(Text("exchange.key.pem", () => Sm2Key.Generate().ToPem()));
        Pseudonym = Secret("pseudonym.key");
    }

    /// <summary>Signs checkpoints and receipts.</summary>
    public Sm2Key Ledger { get; }

    /// <summary>Signs requests to registries and gateways.</summary>
    public Sm2Key Exchange { get; }

    /// <summary>Turns case and person identifiers into the ledger's pseudonyms.</summary>
    public byte[] Pseudonym { get; }

    /// <summary>A secret of 32 bytes, kept as 64 hex digits.</summary>
    public byte[] Secret(string file) => Convert.FromHexString(Text(file, () => RandomNumberGenerator.GetHexString(64)).Trim());

    /// <summary>Adds a line to a key file: whoever reads it meanwhile sees the file before or after, never half of it.</summary>
    public void Append(string file, string line)
    {
        var path = Path.Combine(folder, file);
        var temporary = $"{path}.{Guid.NewGuid():N}";
        Write(temporary, File.ReadAllText(path).TrimEnd('\n') + "\n" + line);
        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>The text of one key file.</summary>
    /// <param name="file">Name inside the folder of keys.</param>
    /// <param name="make">How to make it where the demo may.</param>
    public string Text(string file, Func<string> make)
    {
        var path = Path.Combine(folder, file);
        if (File.Exists(path)) return File.ReadAllText(path);
        if (!mayMake)
            throw new InvalidOperationException(
                $"缺少密钥文件 {path}。请生成密钥并放到 Hall:KeysDirectory 指定的目录。 " +
                $"The key file {path} is missing. Provide it in the folder named by Hall:KeysDirectory.");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        WriteOnce(path, make());
        return File.ReadAllText(path);
    }

    /// <summary>The files in one folder of keys.</summary>
    public IReadOnlyList<string> Files(string subfolder)
    {
        var path = Path.Combine(folder, subfolder);
        return Directory.Exists(path) ? Directory.GetFiles(path, "*.pem") : [];
    }

    // Two processes may start at once: the first file wins, both read it.
    private static void WriteOnce(string path, string text)
    {
        var temporary = $"{path}.{Guid.NewGuid():N}";
        Write(temporary, text);
        try
        {
            File.Move(temporary, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(temporary);
        }
    }

    private static void Write(string path, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(path, options);
        file.Write(System.Text.Encoding.UTF8.GetBytes(text));
        file.Flush(flushToDisk: true);
    }
}
