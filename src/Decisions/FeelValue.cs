using System.Text.Json;
using Tongban.Decisions.Time;
using Tongban.Decisions.Values;

namespace Tongban.Decisions;

/// <summary>A value of FEEL (DMN 1.5, 10.3.2). Immutable. Equality follows FEEL: 1 equals 1.0, contexts ignore order.</summary>
public abstract class FeelValue : IEquatable<FeelValue>
{
    private protected FeelValue()
    {
    }

    /// <summary>null</summary>
    public static FeelValue Null { get; } = new NullValue();
    /// <summary>true</summary>
    public static FeelValue True { get; } = new BooleanValue(true);
    /// <summary>false</summary>
    public static FeelValue False { get; } = new BooleanValue(false);

    /// <summary>The kind of the value.</summary>
    public abstract FeelKind Kind { get; }

    /// <summary>The type of the value; for lists and contexts with the types of what is inside.</summary>
    public abstract FeelType Type { get; }

    /// <summary>How many values and characters this is made of, shared ones counted as often as they are reached.</summary>
    internal virtual long Weight => 1;

    /// <summary>How deeply lists and contexts are nested in it.</summary>
    internal virtual int Depth => 0;

    private protected const long Heaviest = 20_000_000;
    private protected const int Deepest = 500;

    /// <summary>Whether this is null.</summary>
    public bool IsNull => ReferenceEquals(this, Null);

    /// <summary>
    /// A FEEL value from a .NET one: bool, string, char, all integers, decimal, double, <see cref="FeelNumber"/>, DateOnly,
    /// TimeOnly, DateTimeOffset, DateTime, TimeSpan, dictionaries with string keys, enumerables, JsonElement, enums (by name), null.
    /// </summary>
    /// <exception cref="ArgumentException">The type has no counterpart in FEEL.</exception>
    public static FeelValue From(object? value) => FromObject.Convert(value);

    /// <summary>
    /// A FEEL value from JSON. JSON knows neither dates nor durations: with an expected type, a string becomes the date,
    /// time or duration it is expected to be, and null when it is none.
    /// </summary>
    public static FeelValue FromJson(JsonElement json, FeelType? type = null) => Json.Read(json, type ?? FeelType.Any);

    /// <summary>Writes the value as JSON: dates, times and durations as ISO 8601 strings, numbers with all digits, ranges and functions as strings.</summary>
    public void ToJson(Utf8JsonWriter writer) => Json.Write(this, writer);

    /// <summary>
    /// The .NET value: bool, string, decimal (or <see cref="FeelNumber"/> where decimal does not reach), DateOnly, TimeOnly,
    /// DateTimeOffset (of zone or offset) or DateTime (local), TimeSpan, List, Dictionary, null; what .NET has not stays as text.
    /// </summary>
    public object? ToObject() => Values.ToObject.Convert(this);

    /// <summary>A FEEL expression that gives this value again.</summary>
    public override string ToString() => Values.Literal.Of(this);

    /// <summary>The text that the function <c>string()</c> gives (10.3.4.1): strings bare, dates without quotes.</summary>
    public string ToText() => Values.Literal.TextOf(this);

    /// <summary>The number.</summary><returns>False when this is no number.</returns>
    public bool TryGetNumber(out FeelNumber number)
    {
        number = this is NumberValue n ? n.Number : default;
        return this is NumberValue;
    }

    /// <summary>The number as a .NET decimal.</summary><returns>False when this is no number, or beyond decimal.</returns>
    public bool TryGetDecimal(out decimal number)
    {
        number = 0;
        return this is NumberValue n && n.Number.TryToDecimal(out number);
    }

    /// <summary>The string.</summary><returns>False when this is no string.</returns>
    public bool TryGetString([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? text)
    {
        text = (this as StringValue)?.Text;
        return text is not null;
    }

    /// <summary>The boolean.</summary><returns>False when this is no boolean.</returns>
    public bool TryGetBoolean(out bool value)
    {
        value = ReferenceEquals(this, True);
        return this is BooleanValue;
    }

    /// <summary>The date.</summary><returns>False when this is no date, or outside the years 1 to 9999.</returns>
    public bool TryGetDate(out DateOnly date)
    {
        date = default;
        if (this is not DateValue { Date: { Year: >= 1 and <= 9999 } d })
            return false;
        date = new DateOnly(d.Year, d.Month, d.Day);
        return true;
    }

    /// <summary>The list.</summary><returns>False when this is no list.</returns>
    public bool TryGetList([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out FeelList? list) => (list = this as FeelList) is not null;

    /// <summary>The context.</summary><returns>False when this is no context.</returns>
    public bool TryGetContext([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out FeelContext? context) => (context = this as FeelContext) is not null;

    /// <inheritdoc/>
    public bool Equals(FeelValue? other) => other is not null && (ReferenceEquals(this, other) || Comparison.Same(this, other) == true);

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as FeelValue);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => Hash();

    private protected abstract int Hash();

    /// <summary>true or false</summary>
    public static implicit operator FeelValue(bool value) => value ? True : False;
    /// <summary>A string; null for null.</summary>
    public static implicit operator FeelValue(string? value) => value is null ? Null : new StringValue(value);
    /// <summary>A number.</summary>
    public static implicit operator FeelValue(int value) => NumberValue.Of(value);
    /// <summary>A number.</summary>
    public static implicit operator FeelValue(long value) => NumberValue.Of(value);
    /// <summary>A number.</summary>
    public static implicit operator FeelValue(decimal value) => new NumberValue(FeelNumber.From(value));
    /// <summary>A number.</summary>
    public static implicit operator FeelValue(FeelNumber value) => new NumberValue(value);
    /// <summary>A date.</summary>
    public static implicit operator FeelValue(DateOnly value) => FromObject.Convert(value);
    /// <summary>A date and time with offset.</summary>
    public static implicit operator FeelValue(DateTimeOffset value) => FromObject.Convert(value);
}
