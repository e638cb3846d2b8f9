using QRCoder;

namespace Tongban.LicenceDocuments.Pdf;

/// <summary>A QR code (ISO/IEC 18004) as rectangles.</summary>
internal static class QrDrawing
{
    public static void Draw(Canvas page, double x, double y, double side, string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        // The matrix brings its quiet zone of four modules along.
        var size = data.ModuleMatrix.Count;
        page.Squares(x, y, side / size, Runs(data.ModuleMatrix, size));
    }

    private static IEnumerable<(int, int, int)> Runs(List<System.Collections.BitArray> matrix, int size)
    {
        for (var row = 0; row < size; row++)
            for (var column = 0; column < size;)
            {
                var from = column;
                while (column < size && matrix[row][column]) column++;
                if (column > from) yield return (from, row, column - from);
                else column++;
            }
    }
}
