using System.Xml.Linq;

namespace Tongban.Flows.Reading;

/// <summary>Reads expressions, and has their language say what is wrong with them.</summary>
internal sealed class Expressions(Func<string, (string Zh, string En)?> check, List<Problem> problems)
{
    /// <summary>The text of a child element; null: it is not there, or is empty.</summary>
    public string? Read(XElement parent, string child, string owner)
    {
        if (parent.Element(Bpmn.Model + child) is not { } element) return null;
        var text = element.Value.Trim();
        if (text.Length == 0)
        {
            problems.Add(Messages.Missing(owner, child, Bpmn.LineOf(element)));
            return null;
        }
        Check(text, owner, Bpmn.LineOf(element));
        return text;
    }

    public void Check(string text, string owner, int line)
    {
        if (check(text) is { } wrong) problems.Add(Messages.Expression(owner, wrong.Zh, wrong.En, line));
    }
}
