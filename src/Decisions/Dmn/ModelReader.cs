using System.Xml;

namespace Tongban.Decisions.Dmn;

/// <summary>The one place where XML is read: no DTD, no resolver, and limits on size, depth and count.</summary>
internal static class ModelReader
{
    public const int MostBytes = 16 * 1024 * 1024;
    private const int DeepestNesting = 100;
    private const int MostElements = 500_000;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = MostBytes,
    };

    public static Element? Read(byte[] bytes, List<Problem> problems) =>
        Guarded(bytes.Length, () => XmlReader.Create(new MemoryStream(bytes), Settings), problems);

    /// <summary>Reads a text: whatever encoding it says it is in.</summary>
    public static Element? Read(string text, List<Problem> problems) =>
        Guarded(text.Length, () => XmlReader.Create(new StringReader(text.TrimStart('\uFEFF')), Settings), problems);

    private static Element? Guarded(int size, Func<XmlReader> open, List<Problem> problems)
    {
        if (size > MostBytes)
            return Refuse(problems, Messages.TooLarge("16 MiB"), 0, 0);
        try
        {
            using var reader = open();
            return Read(reader, problems);
        }
        catch (XmlException error)
        {
            return Refuse(problems, Messages.BadXml(error.Message), error.LineNumber, error.LinePosition);
        }
    }

    private static Element? Read(XmlReader reader, List<Problem> problems)
    {
        var lines = (IXmlLineInfo)reader;
        var open = new Stack<Element>();
        var count = 0;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    var element = Start(reader, lines);
                    if (++count > MostElements || open.Count >= DeepestNesting)
                        return Refuse(problems, Messages.TooLarge(count > MostElements ? $"{MostElements} × <…>" : $"{DeepestNesting} × <<…>>"), element.Line, element.Column);
                    // What tools add in namespaces of their own is not ours to read.
                    if (open.TryPeek(out var parent) && parent.Namespace == element.Namespace)
                        parent.Add(element);
                    if (!reader.IsEmptyElement)
                        open.Push(element);
                    else if (open.Count == 0)
                        return element;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    open.Peek().AddText(reader.Value, lines.LineNumber, lines.LinePosition);
                    break;
                case XmlNodeType.EndElement:
                    var closed = open.Pop();
                    if (open.Count == 0)
                        return closed;
                    break;
                default:
                    break;
            }
        }

        return Refuse(problems, Messages.BadXml("—"), 0, 0);
    }

    private static Element Start(XmlReader reader, IXmlLineInfo lines)
    {
        var element = new Element(reader.LocalName, reader.NamespaceURI, lines.LineNumber, lines.LinePosition);
        while (reader.MoveToNextAttribute())
            if (reader.NamespaceURI.Length == 0)
                element.Set(reader.LocalName, reader.Value);
            else if (reader.Prefix == "xmlns")
                element.Set("xmlns:" + reader.LocalName, reader.Value);
        reader.MoveToElement();
        return element;
    }

    private static Element? Refuse(List<Problem> problems, Message message, int line, int column)
    {
        problems.Add(new(message.Code, Severity.Error, line, column, message.Zh, message.En));
        return null;
    }
}
