using System.Collections;
using System.Text.Json;
using Tongban.Decisions.Time;

namespace Tongban.Decisions.Values;

internal static class FromObject
{
    public static FeelValue Convert(object? value) => value switch
    {
        null => FeelValue.Null,
        FeelValue v => v,
        bool b => b ? FeelValue.True : FeelValue.False,
        string s => new StringValue(s),
        char c => new StringValue(c.ToString()),
        sbyte or byte or short or ushort or int or uint or long => NumberValue.Of(System.Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture)),
        ulong n => new NumberValue(FeelNumber.From(n)),
        decimal n => new NumberValue(FeelNumber.From(n)),
        float n => NumberValue.Of(FeelNumber.From((double)n)),
        double n => NumberValue.Of(FeelNumber.From(n)),
        FeelNumber n => new NumberValue(n),
        DateOnly d => new DateValue(new CivilDate(d.Year, d.Month, d.Day)),
        TimeOnly t => new TimeValue(t.Ticks * 100, null),
        DateTimeOffset t => Moment(t.DateTime, Zone.OfOffset((int)t.Offset.TotalSeconds)),
        DateTime t => Moment(t, t.Kind == DateTimeKind.Utc ? Zone.Utc : null),
        TimeSpan t => new DaysTimeValue((Int128)t.Ticks * 100),
        Enum e => new StringValue(e.ToString()),
        JsonElement json => FeelValue.FromJson(json),
        IDictionary map => Map(map),
        IEnumerable<KeyValuePair<string, object?>> map => Map(map),
        IEnumerable items => new FeelList(items.Cast<object?>().Select(Convert)),
        _ => throw new ArgumentException(Messages.NoCounterpart(value.GetType()).En, nameof(value)),
    };

    private static DateTimeValue Moment(DateTime t, Zone? zone) => new(new CivilDate(t.Year, t.Month, t.Day), t.TimeOfDay.Ticks * 100, zone);

    private static FeelContext Map(IDictionary map)
    {
        var context = new FeelContext();
        foreach (DictionaryEntry entry in map)
            context.Add((string)entry.Key, entry.Value);
        return context;
    }

    private static FeelContext Map(IEnumerable<KeyValuePair<string, object?>> map)
    {
        var context = new FeelContext();
        foreach (var (key, value) in map)
            context.Add(key, value);
        return context;
    }
}
