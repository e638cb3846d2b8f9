using System.Globalization;
using System.Text;
using QRCoder;

namespace Tongban.Hall.Systems.Workplace.SignIn;

/// <summary>A QR code as SVG: rectangles, no script, no style.</summary>
public static class QrCode
{
    public static string Svg(string text, string label)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var y = 0; y < data.ModuleMatrix.Count; y++)
            for (var x = 0; x < data.ModuleMatrix.Count; x++)
                if (data.ModuleMatrix[y][x]) path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
        return $"<svg class=\"qr\" role=\"img\" aria-label=\"{label}\" viewBox=\"0 0 {data.ModuleMatrix.Count} {data.ModuleMatrix.Count}\" width=\"200\" height=\"200\"><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><path d=\"{path}\" fill=\"#000\"/></svg>";
    }
}
