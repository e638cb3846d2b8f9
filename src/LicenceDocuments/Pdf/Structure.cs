using System.Globalization;

namespace Tongban.LicenceDocuments.Pdf;

/// <summary>What the parts of a document are (ISO 32000-1 §14.7), in reading order: for screen readers and for taking text out.</summary>
internal sealed class Structure
{
    /// <summary>A part with its role: H1, P, Table, TR, TH, TD, Figure; a figure has a text instead of it.</summary>
    public sealed class Part(string role, string? alternative)
    {
        public string Role => role;
        public string? Alternative => alternative;
        public List<Part> Parts { get; } = [];
        public List<(Canvas Page, int Mark)> Marks { get; } = [];
        public int Number { get; set; }
    }

    private readonly Part root = new("Document", null);
    private readonly Dictionary<Canvas, List<Part>> marked = [];
    private Part? current;

    /// <summary>A new part of the one that is being drawn.</summary>
    public Part Add(string role, string? alternative = null)
    {
        var part = new Part(role, alternative);
        (current ?? root).Parts.Add(part);
        return part;
    }

    /// <summary>Draws something as a part.</summary>
    public void In(Part part, Action draw)
    {
        var before = current;
        current = part;
        draw();
        current = before;
    }

    /// <summary>What precedes something drawn now: its mark, or that it is only decoration.</summary>
    public string Mark(Canvas page)
    {
        if (current is not { } part) return "/Artifact BMC ";
        if (!marked.TryGetValue(page, out var onPage)) marked[page] = onPage = [];
        onPage.Add(part);
        part.Marks.Add((page, onPage.Count - 1));
        return string.Create(CultureInfo.InvariantCulture, $"/{part.Role} << /MCID {onPage.Count - 1} >> BDC ");
    }

    /// <summary>Writes the tree.</summary>
    /// <param name="file">Where to.</param>
    /// <param name="pages">The pages and their object numbers, in order; each says /StructParents with its place.</param>
    /// <returns>The number of the tree's root.</returns>
    public int Add(PdfFile file, IReadOnlyList<(Canvas Canvas, int Number)> pages)
    {
        var number = file.Reserve();
        var numbers = pages.ToDictionary(p => p.Canvas, p => p.Number);
        Reserve(root, file);
        Write(root, number, file, numbers);
        var parents = pages.Select((p, i) => $"{i} [{string.Join(' ', marked.GetValueOrDefault(p.Canvas, []).Select(e => $"{e.Number} 0 R"))}]");
        file.Set(number, $"<< /Type /StructTreeRoot /K {root.Number} 0 R /ParentTree << /Nums [{string.Join(' ', parents)}] >> >>");
        return number;
    }

    private static void Reserve(Part part, PdfFile file)
    {
        part.Number = file.Reserve();
        foreach (var inner in part.Parts) Reserve(inner, file);
    }

    private static void Write(Part part, int parent, PdfFile file, Dictionary<Canvas, int> pages)
    {
        var kids = part.Marks.Select(m => $"<< /Type /MCR /Pg {pages[m.Page]} 0 R /MCID {m.Mark} >>").Concat(part.Parts.Select(p => $"{p.Number} 0 R"));
        var alternative = part.Alternative is { } text ? $" /Alt {PdfFile.TextString(text)}" : "";
        file.Set(part.Number, $"<< /S /{part.Role} /P {parent} 0 R{alternative} /K [{string.Join(' ', kids)}] >>");
        foreach (var inner in part.Parts) Write(inner, part.Number, file, pages);
    }
}
