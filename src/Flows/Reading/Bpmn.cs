using System.Xml;
using System.Xml.Linq;

namespace Tongban.Flows.Reading;

/// <summary>Names of BPMN 2.0 and of this library's own attributes.</summary>
internal static class Bpmn
{
    public static readonly XNamespace Model = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    public static readonly XNamespace Diagram = "http://www.omg.org/spec/BPMN/20100524/DI";
    public static readonly XNamespace Bounds = "http://www.omg.org/spec/DD/20100524/DC";
    public static readonly XNamespace Points = "http://www.omg.org/spec/DD/20100524/DI";

    /// <summary>role, authority, office, days of a user task; service of a service task; decision of a business-rule task.</summary>
    public static readonly XNamespace Own = "urn:tongban:flow";

    /// <summary>Elements that say something to people, and nothing to the flow.</summary>
    public static readonly IReadOnlySet<string> Remarks = new HashSet<string>
    {
        "documentation", "extensionElements", "textAnnotation", "association", "group", "incoming", "outgoing",
    };

    public static int LineOf(XObject place) => ((IXmlLineInfo)place).LineNumber;

    public static string? Text(XElement element, XName attribute) => (string?)element.Attribute(attribute);

    public static IEnumerable<XElement> Parts(XElement element) => element.Elements().Where(e => e.Name.Namespace == Model && !Remarks.Contains(e.Name.LocalName));
}
