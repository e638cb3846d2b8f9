namespace Tongban.Hall.Platform.Production;

/// <summary>The hall ends before it serves anybody. Printed as what it says, without the way it came: whoever starts the hall is told what to do.</summary>
public sealed class NotFitException(string message) : InvalidOperationException(message)
{
    public override string ToString() => Message;
}
