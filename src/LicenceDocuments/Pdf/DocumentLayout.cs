namespace Tongban.LicenceDocuments.Pdf;

/// <summary>Sets a document on pages: licences as certificates, everything else as letters.</summary>
internal static class DocumentLayout
{
    public static PageFlow Compose(FontSubset font, DocumentContent document)
    {
        var isLicence = document.Kind == DocumentKind.Licence;
        var flow = isLicence ? LicenceLayout.Compose(font, document) : NoticeLayout.Compose(font, document);
        var foot = isLicence ? 272 : 286;
        for (var i = 0; i < flow.Pages.Count; i++)
            if (flow.Pages.Count > 1 || !isLicence)
                Foot(flow.Pages[i], foot, 8.5, $"第 {i + 1} 页，共 {flow.Pages.Count} 页");
        if (document.Checkpoint is { } checkpoint) Foot(flow.Page, foot + 4, 6, "账本检查点 " + checkpoint);
        return flow;
    }

    private static void Foot(Canvas page, double y, double size, string text) =>
        page.Centred(Canvas.Width / 2, y, size, text, most: 150, Ink.Grey);
}
