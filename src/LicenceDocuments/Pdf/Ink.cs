namespace Tongban.LicenceDocuments.Pdf;

/// <summary>Colours, as PDF operands (red, green, blue).</summary>
internal static class Ink
{
    public const string Black = "0.07 0.09 0.12";
    public const string Grey = "0.31 0.35 0.40";
    public const string Rule = "0.80 0.83 0.86";
    public const string Red = "0.76 0.11 0.10";
    public const string Gold = "0.66 0.51 0.24";
    public const string PaleGold = "0.87 0.80 0.64";
    public const string Haze = "0.955 0.935 0.885";
}
