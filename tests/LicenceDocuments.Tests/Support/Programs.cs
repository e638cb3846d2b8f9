using System.Diagnostics;

namespace Tongban.LicenceDocuments.Tests.Support;

/// <summary>Programs of others, which read what we write.</summary>
internal static class Programs
{
    /// <summary>What a program says to files in a folder of their own; the test is skipped, and says so, where the program is missing.</summary>
    public static string Run(string program, string[] arguments, params (string Name, byte[] Content)[] files)
    {
        var folder = Directory.CreateTempSubdirectory("tongban-");
        try
        {
            foreach (var (name, content) in files) File.WriteAllBytes(Path.Combine(folder.FullName, name), content);
            var start = new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true,
            };
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            return process.StandardOutput.ReadToEnd() + errors.GetAwaiter().GetResult();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"{program} is not installed here; ./test installs it.");
            throw;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
