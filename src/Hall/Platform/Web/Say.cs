using System.Globalization;

namespace Tongban.Hall.Platform.Web;

/// <summary>Says a thing in the reader's language. Both texts stand side by side, so that neither can be forgotten.</summary>
public static class Say
{
    public static bool English => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    public static string L(string zh, string en) => English ? en : zh;
}
