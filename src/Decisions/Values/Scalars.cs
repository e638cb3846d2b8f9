namespace Tongban.Decisions.Values;

internal sealed class NullValue : FeelValue
{
    public override FeelKind Kind => FeelKind.Null;
    public override FeelType Type => FeelType.Null;
    private protected override int Hash() => 0;
}

internal sealed class BooleanValue(bool value) : FeelValue
{
    public bool Value => value;
    public override FeelKind Kind => FeelKind.Boolean;
    public override FeelType Type => FeelType.Boolean;
    private protected override int Hash() => value ? 1 : 2;
}

internal sealed class NumberValue(FeelNumber number) : FeelValue
{
    private static readonly NumberValue[] Small = [.. Enumerable.Range(-16, 273).Select(n => new NumberValue(FeelNumber.From((long)n)))];

    public FeelNumber Number => number;
    public override FeelKind Kind => FeelKind.Number;
    public override FeelType Type => FeelType.Number;
    public static NumberValue Of(long value) => value is >= -16 and <= 256 ? Small[value + 16] : new(FeelNumber.From(value));
    public static FeelValue Of(FeelNumber? value) => value is { } n ? new NumberValue(n) : Null;
    private protected override int Hash() => number.GetHashCode();
}

internal sealed class StringValue(string text) : FeelValue
{
    public string Text => text;
    internal override long Weight => text.Length;
    public override FeelKind Kind => FeelKind.String;
    public override FeelType Type => FeelType.String;
    private protected override int Hash() => text.GetHashCode(StringComparison.Ordinal);
}
