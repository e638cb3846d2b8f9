using System.Globalization;

namespace Tongban.LicenceDocuments.Pdf;

/// <summary>The end of a document: the QR code to check it by, authority, date and seal.</summary>
internal static class SignOff
{
    /// <summary>How much room it takes, in millimetres.</summary>
    public const double Height = 52;

    private const double Middle = 147, QrSide = 34;

    public static void Draw(PageFlow flow, double left, DocumentContent document)
    {
        var (page, top) = (flow.Page, flow.Y);
        if (document.VerifyUrl is { } url) Check(flow, left, url);
        if (document.Identifier is { } identifier)
            flow.As("P", () => page.Text(left, top + 47.5, Math.Min(7.5, 7.5 * 96 / page.Measure(identifier, 7.5)), identifier, Ink.Grey));
        // The text is drawn over the seal, so that both can be read.
        var centre = top + 2 + SealDrawing.Radius;
        flow.As("Figure", () => SealDrawing.Draw(page, Middle, centre, document.Authority), $"{document.Authority}电子印章");
        flow.SealRectangle = Canvas.Rectangle(Middle - SealDrawing.Radius, centre - SealDrawing.Radius, 2 * SealDrawing.Radius, 2 * SealDrawing.Radius);
        flow.As("P", () => page.Centred(Middle, centre + 0.4, 12, document.Authority, most: 70));
        flow.As("P", () => page.Centred(Middle, centre + 8.4, 12, Day(document.IssuedOn), most: 70));
    }

    public static string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year} 年 {day.Month} 月 {day.Day} 日");

    private static void Check(PageFlow flow, double left, string url)
    {
        var (page, top) = (flow.Page, flow.Y);
        // The code's quiet zone reaches beyond the left edge, the code itself stands on it.
        flow.As("Figure", () => QrDrawing.Draw(page, left - 3, top, QrSide, url), $"二维码：{url}");
        page.Link(left - 3, top, QrSide, QrSide, url);
        flow.As("P", () => page.Text(left, top + 37.5, 8.5, "扫码查验真伪和状态，或在下面的网址输入编号", Ink.Grey));
        flow.As("P", () => page.Text(left, top + 42.5, 8, url.Split('?')[0], Ink.Grey));
    }
}
