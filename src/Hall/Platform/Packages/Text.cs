using System.Globalization;

namespace Tongban.Hall.Platform.Packages;

/// <summary>A text in both languages of the hall; prints the one of the current page.</summary>
public sealed record Text(string Zh, string En)
{
    public override string ToString() =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? En : Zh;
}
