using Tongban.Sm;

namespace Tongban.Sandbox.Wire;

/// <summary>A key that signs answers, kept in a file that only its owner can read.</summary>
internal static class KeyFile
{
    public static Sm2Key ReadOrMake(string directory, string name)
    {
        var path = Path.Combine(Directory.CreateDirectory(directory).FullName, $"{name}.key.pem");
        if (File.Exists(path)) return Sm2Key.FromPem(File.ReadAllText(path));
        var key = Sm2Key.Generate();
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(path, options);
        writer.Write(key.ToPem());
        return key;
    }
}
