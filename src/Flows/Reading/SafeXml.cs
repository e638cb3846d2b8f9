using System.Xml;
using System.Xml.Linq;

namespace Tongban.Flows.Reading;

/// <summary>The one place where XML is read: no DTD, no resolver, and limits on size, depth and count.</summary>
internal static class SafeXml
{
    public const int MostBytes = 4 * 1024 * 1024;
    private const int DeepestNesting = 100;
    private const int MostElements = 100_000;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MostBytes,
    };

    public static XDocument? Read(byte[] bytes, List<Problem> problems)
    {
        if (bytes.Length > MostBytes) return Refuse(problems, Messages.TooLarge("4 MiB"));
        try
        {
            // Measured first, by a reader that keeps nothing: a tree of a hundred thousand levels is never built.
            using (var measure = XmlReader.Create(new MemoryStream(bytes), Settings))
                if (Measure(measure) is { } tooMuch) return Refuse(problems, tooMuch);
            using var reader = XmlReader.Create(new MemoryStream(bytes), Settings);
            return XDocument.Load(reader, LoadOptions.PreserveWhitespace | LoadOptions.SetLineInfo);
        }
        catch (XmlException error)
        {
            return Refuse(problems, Messages.BadXml(error.Message, error.LineNumber));
        }
    }

    private static Problem? Measure(XmlReader reader)
    {
        var count = 0;
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element) continue;
            if (++count > MostElements) return Messages.TooLarge($"{MostElements} × <…>");
            if (reader.Depth >= DeepestNesting) return Messages.TooLarge($"{DeepestNesting} × <<…>>");
        }
        return null;
    }

    private static XDocument? Refuse(List<Problem> problems, Problem problem)
    {
        problems.Add(problem);
        return null;
    }
}
