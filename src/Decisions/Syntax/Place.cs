namespace Tongban.Decisions.Syntax;

/// <summary>A text with FEEL in it, and where that text stands in its file.</summary>
internal sealed record Source(string Text, int Line = 1, int Column = 1, string? Where = null);

/// <summary>A place in a text.</summary>
internal readonly record struct Place(Source Source, int Offset)
{
    public Problem Problem(Message message, Severity severity = Severity.Error)
    {
        var (line, column) = (Source.Line, Source.Column);
        for (var i = 0; i < Offset && i < Source.Text.Length; i++)
            (line, column) = Source.Text[i] == '\n' ? (line + 1, 1) : (line, column + 1);
        return new(message.Code, severity, line, column, message.Zh, message.En) { Where = Source.Where };
    }
}
